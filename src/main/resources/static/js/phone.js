// A card that is shown on a phone: the screen stays on, and the whole of it can be used.
(function () {
  'use strict';

  function stayAwake() {
    if (navigator.wakeLock && document.visibilityState === 'visible') {
      navigator.wakeLock.request('screen').catch(function () { /* a low battery may forbid it */ });
    }
  }
  stayAwake();
  document.addEventListener('visibilitychange', stayAwake);

  var button = document.querySelector('[data-fullscreen]');
  if (button && document.fullscreenEnabled) {
    button.hidden = false;
    button.addEventListener('click', function () {
      document.documentElement.requestFullscreen();
      button.hidden = true;
    });
  }
})();
