// The lock of a desk that nobody attends: after a while without key or pointer in any tab the page
// hides all that it shows and tells the platform, which from then on answers every page with the
// lock. A page that could not tell keeps a note and goes on telling.
//
// What a scanner types meanwhile is told by its speed. It is taken out of the password's field and
// only counted: what was so fast may have been a program that types passwords, so the text itself
// is kept nowhere; and nothing is lent unseen after unlocking.
(function () {
  'use strict';

  var UNTOLD = 'libpass-lock-untold';
  var SCANNED = 'libpass-lock-scanned';
  var LOOK_MILLISECONDS = 1000;
  var TELL_MILLISECONDS = 5000;
  var RETRY_MILLISECONDS = 3000;
  var SCANNER_GAP_MILLISECONDS = 35;
  var SCANNER_REST_MILLISECONDS = 150;
  var SCANNER_KEYS = 5;

  var box = document.getElementById('lock');
  if (!box) { return; }
  var form = box.querySelector('form');
  var field = document.getElementById('lock-password');
  var wrong = document.getElementById('lock-wrong');
  var told = document.getElementById('lock-scanned');
  var idle = Number(box.dataset.idle) * 1000;
  var standing = 'standing' in box.dataset; // the page that the platform sends in place of another
  var locked = standing;
  var others = new BroadcastChannel('libpass-lock');
  var last = Date.now();
  var lastTold = 0;
  var before = null;
  var title = document.title;

  function attend() {
    var now = Date.now();
    if (locked) { return; }
    if (idle > 0 && now - last >= idle) { lock(); tell(); return; }
    last = now;
    if (now - lastTold >= TELL_MILLISECONDS) { lastTold = now; others.postMessage('attended'); }
  }

  function look() {
    if (!locked && idle > 0 && Date.now() - last >= idle) { lock(); tell(); }
  }

  function behind() {
    return Array.from(document.body.children).filter(function (one) { return one !== box && one.tagName !== 'SCRIPT'; });
  }

  function lock() {
    if (locked) { return; }
    locked = true;
    before = document.activeElement;
    behind().forEach(function (one) { one.inert = true; one.classList.add('behind-lock'); });
    document.title = box.dataset.title;
    field.value = '';
    say('');
    box.hidden = false;
    field.focus();
  }

  function open() {
    locked = false;
    box.hidden = true;
    behind().forEach(function (one) { one.inert = false; one.classList.remove('behind-lock'); });
    document.title = title;
    last = Date.now();
    if (before) { before.focus(); }
    document.dispatchEvent(new CustomEvent('lock:open'));
    tellScanned();
  }

  function say(words) {
    wrong.lastElementChild.textContent = words;
    wrong.hidden = !words;
    if (words) { field.setAttribute('aria-describedby', wrong.id); } else { field.removeAttribute('aria-describedby'); }
  }

  function post(address, body) {
    body.set('quiet', 'true');
    return fetch(address, { method: 'POST', body: body, credentials: 'same-origin' });
  }

  // The session is over: the page to sign in is where one would be led.
  function isOver(answer) {
    if (answer.redirected) { location.assign(answer.url); }
    return answer.redirected;
  }

  function tell() {
    others.postMessage('locked');
    localStorage.setItem(UNTOLD, 'yes');
    telling();
  }

  function telling() {
    if (!locked) { return; }
    var body = new URLSearchParams();
    body.set('_csrf', form.elements._csrf.value);
    post(box.dataset.lock, body).then(function (answer) {
      if (answer.ok) { localStorage.removeItem(UNTOLD); }
      if (!isOver(answer) && answer.status >= 500) { window.setTimeout(telling, RETRY_MILLISECONDS); }
    }, function () { window.setTimeout(telling, RETRY_MILLISECONDS); });
  }

  form.addEventListener('submit', function (event) {
    if (standing) { return; }
    event.preventDefault();
    var body = new URLSearchParams(new FormData(form));
    field.value = '';
    say('');
    post(form.action, body).then(function (answer) {
      if (answer.status === 204) {
        localStorage.removeItem(UNTOLD);
        others.postMessage('open');
        open();
        return;
      }
      if (isOver(answer)) { return; }
      if (answer.status >= 500) { say(box.dataset.away); return; }
      answer.text().then(function (text) {
        say(new DOMParser().parseFromString(text, 'text/html').getElementById('lock-wrong').textContent.trim());
        field.focus();
      });
    }, function () { say(box.dataset.away); });
  });

  // Scanners.

  var run = '';
  var kept = '';
  var lastKey = 0;
  var rest = 0;

  function count() { return Number(sessionStorage.getItem(SCANNED) || 0); }

  function showScanned() {
    told.lastElementChild.textContent = box.dataset.scanned + count();
    told.hidden = count() === 0;
  }

  function scanned() {
    window.clearTimeout(rest);
    field.value = kept;
    run = '';
    sessionStorage.setItem(SCANNED, String(count() + 1));
    showScanned();
  }

  function tellScanned() {
    if (count() > 0) {
      document.dispatchEvent(new CustomEvent('desk:not-done', { detail: box.dataset.scannedBefore + count() }));
      sessionStorage.removeItem(SCANNED);
      showScanned();
    }
  }

  function isRun() { return run.length >= SCANNER_KEYS; }

  document.addEventListener('keydown', function (event) {
    if (!locked) { return; }
    var quick = event.timeStamp - lastKey <= SCANNER_GAP_MILLISECONDS;
    if (event.key === 'Enter' || event.key === 'Tab') {
      if (quick && isRun()) {
        event.preventDefault();
        event.stopImmediatePropagation();
        scanned();
      }
      run = '';
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      if (!quick) { run = ''; kept = field.value; }
      run += event.key;
      lastKey = event.timeStamp;
      window.clearTimeout(rest);
      rest = window.setTimeout(function () { if (isRun()) { scanned(); } }, SCANNER_REST_MILLISECONDS);
    }
  }, true);

  // Who is there, here and in other tabs.

  ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'].forEach(function (sign) {
    document.addEventListener(sign, attend, { capture: true, passive: true });
  });
  document.addEventListener('visibilitychange', look);
  window.setInterval(look, LOOK_MILLISECONDS);
  document.addEventListener('desk:locked', lock);
  document.addEventListener('submit', function (event) {
    if ('lockNow' in event.target.dataset) { event.preventDefault(); lock(); tell(); }
  });

  others.addEventListener('message', function (event) {
    if (event.data === 'attended') { last = Date.now(); }
    if (event.data === 'locked') { lock(); }
    if (event.data === 'open' && locked) {
      if (standing) { location.assign(form.elements.back.value || '/desk'); } else { open(); }
    }
  });

  showScanned();
  if (standing) {
    localStorage.removeItem(UNTOLD);
    field.focus();
  } else if (localStorage.getItem(UNTOLD)) {
    lock();
    tell();
  } else if (document.querySelector('[data-desk]')) {
    tellScanned();
  }
})();
