// Sounds for the desk's answers, for who looks at the reader and not at the screen; off until somebody
// wants them, and remembered in this browser. They are told apart by pitch, rhythm and colour of tone.
(function () {
  'use strict';

  var WANTED = 'libpass-sound';
  var LOUDNESS = 0.25;
  var FADE_SECONDS = 0.02;

  // Each tone: pitch in hertz, when it begins and how long it lasts in seconds.
  var SOUNDS = {
    done: { wave: 'sine', tones: [[660, 0, 0.1], [990, 0.1, 0.16]] },
    refused: { wave: 'sawtooth', tones: [[185, 0, 0.22], [147, 0.26, 0.36]] },
    question: { wave: 'triangle', tones: [[523, 0, 0.1], [523, 0.18, 0.1], [784, 0.36, 0.24]] }
  };

  var box = document.getElementById('desk-sound');
  var context = null;

  function tone(wave, pitch, begin, lasts) {
    var from = context.currentTime + begin;
    var voice = context.createOscillator();
    var loudness = context.createGain();
    voice.type = wave;
    voice.frequency.value = pitch;
    loudness.gain.setValueAtTime(0, from);
    loudness.gain.linearRampToValueAtTime(LOUDNESS, from + FADE_SECONDS);
    loudness.gain.setValueAtTime(LOUDNESS, from + lasts - FADE_SECONDS);
    loudness.gain.linearRampToValueAtTime(0, from + lasts);
    voice.connect(loudness);
    loudness.connect(context.destination);
    voice.start(from);
    voice.stop(from + lasts);
  }

  function play(name) {
    if (!box.checked) { return; }
    context = context || new AudioContext();
    context.resume(); // a browser keeps it silent until a key or a click
    var sound = SOUNDS[name];
    sound.tones.forEach(function (one) { tone(sound.wave, one[0], one[1], one[2]); });
  }

  box.closest('[hidden]').hidden = false;
  box.checked = localStorage.getItem(WANTED) === 'yes';
  box.addEventListener('change', function () {
    localStorage.setItem(WANTED, box.checked ? 'yes' : 'no');
    play('done');
  });
  document.addEventListener('desk:answer', function (event) { play(event.detail.tone); });
})();
