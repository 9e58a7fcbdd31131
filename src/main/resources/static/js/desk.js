// The desk's one field, for scanners that are faster than answers: what is scanned waits in a line
// and is sent one after the other; the field itself never goes away. Without this script each scan
// is a page.
(function () {
  'use strict';

  var KEPT = 'libpass-desk';
  var LONGEST_LOG = 300;
  var RETRY_MILLISECONDS = 3000;
  var CARD = /^(https?:\/\/\S+\/verify\/\S*|[a-z]{2,8}-\d{1,4}(-\d*)*)$/i;

  var form = document.querySelector('[data-desk]');
  var field = document.getElementById('scan');
  var waiting = document.getElementById('desk-waiting');
  var log = document.getElementById('desk-log');
  var line = JSON.parse(sessionStorage.getItem(KEPT) || '[]');
  var busy = false;
  var away = false;
  var lost = false; // a card was not read: what follows it belongs to nobody

  function stop() { return document.getElementById('desk-now').dataset.stop; }

  function show() {
    sessionStorage.setItem(KEPT, JSON.stringify(line));
    var held = !busy && line.length > 0;
    waiting.hidden = !(away || held);
    waiting.firstElementChild.textContent =
        (away ? form.dataset.away + ' ' : '')
        + (line.length > 0 ? form.dataset.waiting + line.map(function (one) { return one.scan; }).join(', ') : '');
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

  function tell(scan) {
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
          if (answer.redirected && !/\/desk(\?|$)/.test(answer.url)) { location.reload(); return new Promise(function () {}); }
          if (answer.status >= 500) { throw new Error('away'); }
          return answer.text();
        })
        .then(function (text) { swap(new DOMParser().parseFromString(text, 'text/html')); });
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
      away = false;
      busy = false;
      tell(one.scan);
      lost = stop() === 'unknown';
      next();
    }, function () {
      away = true;
      busy = false;
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
      show();
      field.focus();
    }
  });

  // A scanner types wherever the focus is: nowhere is as good as the field.
  document.addEventListener('keydown', function (event) {
    if (event.target === document.body && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      field.focus();
    }
  });

  field.focus();
  lost = stop() === 'unknown';
  next();
})();
