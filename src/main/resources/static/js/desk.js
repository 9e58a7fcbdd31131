// The desk's one field, for scanners that are faster than answers: what is scanned waits in a line
// and is sent one after the other; the field itself never goes away. Without this script each scan
// is a page.
//
// What happens is told to other scripts by events on the document:
//   desk:answer    an answer stands on the page; detail.tone: done, refused or question
//   desk:away      the platform can't be reached, or can again; detail.away, detail.waiting: what was scanned
//   desk:locked    the platform says that this desk is locked
// and heard from them:
//   lock:open      the desk was unlocked: what waits goes on
//   desk:not-done  something is to be told in the list; detail: the words
(function () {
  'use strict';

  var LOCKED = 423;
  var LONGEST_LOG = 300;
  var RETRY_MILLISECONDS = 3000;
  var CARD = /^(https?:\/\/\S+\/verify\/\S*|[a-z]{2,8}-\d{1,4}(-\d*)*)$/i;

  var form = document.querySelector('[data-desk]');
  var field = document.getElementById('scan');
  var waiting = document.getElementById('desk-waiting');
  var log = document.getElementById('desk-log');
  var KEPT = 'libpass-' + form.dataset.desk; // the desk's and the practice's are not mixed up
  var line = JSON.parse(sessionStorage.getItem(KEPT) || '[]');
  var busy = false;
  var away = false;
  var lost = false; // a card was not read: what follows it belongs to nobody

  function stop() { return document.getElementById('desk-now').dataset.stop; }

  function say(event, detail) { document.dispatchEvent(new CustomEvent(event, { detail: detail })); }

  function waits() { return line.map(function (one) { return one.scan; }); }

  function setAway(now) {
    if (away !== now) { say('desk:away', { away: now, waiting: waits() }); }
    away = now;
  }

  function show() {
    sessionStorage.setItem(KEPT, JSON.stringify(line));
    waiting.hidden = line.length === 0 || (busy && !away);
    waiting.firstElementChild.textContent = form.dataset.waiting + waits().join(', ');
  }

  function write(tone, icon, words) {
    var item = document.createElement('li');
    item.className = 'log-' + tone;
    if (icon) { item.append(icon.cloneNode(true)); }
    var text = document.createElement('span');
    text.textContent = words;
    item.append(text);
    var list = log.querySelector('ol');
    list.prepend(item);
    if (list.children.length > LONGEST_LOG) { list.lastElementChild.remove(); }
    log.hidden = false;
  }

  function tone() {
    var now = document.getElementById('desk-now');
    var answer = now.querySelector('[data-answer]');
    if (answer) { return answer.classList.contains('answer-note') ? 'question' : answer.classList.contains('answer-done') ? 'done' : 'refused'; }
    if (document.getElementById('scan-error') || now.querySelector('.answer-refused')) { return 'refused'; }
    return stop() === 'ask' ? 'question' : 'done';
  }

  function tell(scan) {
    say('desk:answer', { tone: tone() });
    var answer = document.querySelector('#desk-now [data-answer]');
    if (answer) {
      var words = Array.from(answer.querySelectorAll('p, li'), function (one) { return one.textContent.trim(); });
      write(answer.classList.contains('answer-done') ? 'done' : 'refused', answer.querySelector('.icon'), words.join(' '));
      return;
    }
    var wrong = document.getElementById('scan-error');
    if (wrong) { write('refused', wrong.querySelector('.icon'), scan + ': ' + wrong.textContent.trim()); }
  }

  function swap(page) {
    document.querySelectorAll('[data-swap]').forEach(function (old) {
      var fresh = page.getElementById(old.id);
      if (!fresh) { throw new Error('no desk'); }
      var type = old.querySelector('select');
      old.replaceWith(document.adoptNode(fresh));
      if (type && fresh.querySelector('select')) { fresh.querySelector('select').value = type.value; }
    });
    form.action = page.querySelector('[data-desk]').getAttribute('action');
    var wrong = document.getElementById('scan-error');
    field.setAttribute('aria-describedby', wrong ? 'scan-hint scan-error' : 'scan-hint');
    field.toggleAttribute('aria-invalid', Boolean(wrong));
    if (document.activeElement === document.body) { field.focus(); }
  }

  function send(one) {
    var body = new URLSearchParams(new FormData(form));
    body.set('scan', one.scan);
    if ('title' in one) { body.set('title', one.title); }
    return fetch(form.action, { method: 'POST', body: body, credentials: 'same-origin' })
        .then(function (answer) {
          if (answer.status === LOCKED) { throw new Error(LOCKED); }
          if (answer.status >= 500) { throw new Error('away'); }
          return answer.text().then(function (text) {
            var page = new DOMParser().parseFromString(text, 'text/html');
            if (answer.redirected && !page.querySelector('[data-desk]')) { location.reload(); return new Promise(function () {}); }
            swap(page);
          });
        });
  }

  function next() {
    while (lost && line.length > 0 && !CARD.test(line[0].scan)) {
      write('refused', null, line.shift().scan + ': ' + form.dataset.notDone);
    }
    if (busy || line.length === 0 || stop() === 'ask') { show(); return; }
    busy = true;
    show();
    var one = line[0];
    send(one).then(function () {
      line.shift();
      setAway(false);
      busy = false;
      tell(one.scan);
      lost = stop() === 'unknown';
      next();
    }, function (failed) {
      busy = false;
      if (failed.message === String(LOCKED)) { show(); say('desk:locked'); return; }
      setAway(true);
      show();
      window.setTimeout(next, RETRY_MILLISECONDS);
    });
  }

  form.addEventListener('submit', function (event) {
    event.preventDefault();
    var scan = field.value.trim();
    var title = document.getElementById('title');
    field.value = '';
    if (scan) {
      line.push(title ? { scan: scan, title: title.value } : { scan: scan });
      if (title) { title.value = ''; }
      next();
    }
    field.focus();
  });

  document.addEventListener('click', function (event) {
    if (event.target.closest('[data-next], [data-forget]')) {
      line = [];
      lost = false;
      setAway(false);
      show();
      field.focus();
    }
  });

  // A scanner types wherever the focus is: what takes no text is as good as the field.
  document.addEventListener('keydown', function (event) {
    var target = event.target;
    var takesIt = target.matches('input:not([type=checkbox]), select, textarea') || (event.key === ' ' && target !== document.body);
    if (!takesIt && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      field.focus();
    }
  });

  document.addEventListener('lock:open', next);
  document.addEventListener('desk:not-done', function (event) { write('refused', null, event.detail); });

  field.focus();
  if (document.querySelector('#desk-now [data-answer], #scan-error')) { say('desk:answer', { tone: tone() }); }
  lost = stop() === 'unknown';
  next();
})();
