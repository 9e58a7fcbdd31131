// The inbox's keys: j and k go from task to task, ? says which keys there are. Enter opens a link anyway.
(function () {
  'use strict';

  var SETTING = 'libpass.inbox.keys';
  var help = document.getElementById('keys');
  var opener = document.querySelector('[data-keys-help]');
  var box = document.getElementById('keys-on');

  // Whoever speaks to the computer, or presses keys by mistake, can turn the keys off; the browser remembers it.
  function isOn() {
    try { return window.localStorage.getItem(SETTING) !== 'off'; } catch (blocked) { return box.checked; }
  }
  function remember() {
    try { window.localStorage.setItem(SETTING, box.checked ? 'on' : 'off'); } catch (blocked) { /* for this page only */ }
  }

  if (help && box && typeof help.showModal === 'function') {
    box.checked = isOn();
    box.addEventListener('change', remember);
    if (opener) {
      opener.hidden = false;
      opener.addEventListener('click', function () { help.showModal(); });
    }
    document.addEventListener('keydown', function (event) {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || help.open || !isOn()) { return; }
      if (event.target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]')) { return; }
      if (event.key === 'j') { step(1); }
      else if (event.key === 'k') { step(-1); }
      else if (event.key === '?') { help.showModal(); }
      else { return; }
      event.preventDefault();
    });
  }

  function step(by) {
    var links = Array.prototype.slice.call(document.querySelectorAll('[data-task]'));
    var row = document.activeElement.closest('.task');
    var here = row ? links.indexOf(row.querySelector('[data-task]')) : -1;
    var to = links[here < 0 ? (by > 0 ? 0 : links.length - 1) : here + by];
    if (to) { to.focus(); to.scrollIntoView({ block: 'nearest' }); }
  }

  var all = document.getElementById('tick-all');
  if (all) {
    document.querySelector('[data-tick-all]').hidden = false;
    all.addEventListener('change', function () {
      document.querySelectorAll('input[name=task]').forEach(function (one) { one.checked = all.checked; });
    });
  }
})();
