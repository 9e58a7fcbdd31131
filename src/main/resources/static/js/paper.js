// The desk while the platform or the network is away: says so at once, also before anything is
// scanned, keeps the page where it is, and fills in the form on paper. Where paper is entered later
// it leads a scanner from one barcode to the next.
(function () {
  'use strict';

  var EVERY_MILLISECONDS = 15000;
  var AGAIN_MILLISECONDS = 3000;
  var PATIENCE_MILLISECONDS = 5000;
  var ITEMS = 5;
  var CARD = /^[a-z]{2,8}-\d{1,4}-\d{14}(-\d+)?$/i;
  var LINK = /\/verify\//;

  enter();
  watch();

  function enter() {
    var form = document.querySelector('[data-paper]');
    if (!form) { return; }
    form.addEventListener('keydown', function (event) {
      if (event.key !== 'Enter' || !event.target.hasAttribute('data-paper-barcode')) { return; }
      event.preventDefault();
      var all = Array.from(form.querySelectorAll('[data-paper-barcode]'));
      var next = all[all.indexOf(event.target) + 1];
      (next || form.querySelector('[type=submit]')).focus();
    });
  }

  function watch() {
    var panel = document.getElementById('desk-away');
    if (!panel) { return; }
    var unreachable = false; // the platform does not answer
    var notSent = false; // it has not taken a scan
    var timer = 0;

    function away() { return unreachable || notSent; }

    function show() {
      panel.hidden = !away();
      if (!away()) { panel.querySelector('[data-stay]').hidden = true; }
    }

    function found(gone) {
      unreachable = gone;
      show();
      window.clearTimeout(timer);
      timer = window.setTimeout(check, gone ? AGAIN_MILLISECONDS : EVERY_MILLISECONDS);
    }

    // Without the cookie: asking must not keep a session alive that nobody uses.
    function check() {
      if (document.hidden) { return; }
      var patience = new AbortController();
      var late = window.setTimeout(function () { patience.abort(); }, PATIENCE_MILLISECONDS);
      fetch(panel.dataset.check, { credentials: 'omit', cache: 'no-store', signal: patience.signal })
          .then(function (answer) { return answer.status >= 500; }, function () { return true; })
          .then(function (gone) {
            window.clearTimeout(late);
            found(gone);
          });
    }

    window.addEventListener('offline', function () { found(true); });
    window.addEventListener('online', check);
    window.addEventListener('pageshow', check);
    document.addEventListener('visibilitychange', check);
    document.addEventListener('desk:away', function (event) {
      notSent = event.detail.away;
      show();
    });
    panel.querySelector('[data-try]').addEventListener('click', check);

    // Whatever leads to another page would lead to none, and away from what was scanned.
    function stay(event) {
      var leads = event.type === 'submit' ? !event.target.matches('[data-desk]') : event.target.closest('main a[href]');
      if (!away() || !leads) { return; }
      event.preventDefault();
      event.stopImmediatePropagation();
      panel.querySelector('[data-stay]').hidden = false;
      panel.scrollIntoView({ block: 'nearest' });
    }
    document.querySelector('main').addEventListener('click', stay, true);
    document.querySelector('main').addEventListener('submit', stay, true);

    window.addEventListener('beforeprint', fill);
  }

  // The card in hand and what waits, as far as the form has room; what a QR code says is copied by hand.
  function fill() {
    var slips = Array.from(document.querySelectorAll('[data-slip]'));
    var form = document.querySelector('[data-desk]');
    var inHand = form.querySelector('[name=card]');
    var line = JSON.parse(sessionStorage.getItem('libpass-' + form.dataset.desk) || '[]');
    var card = inHand ? inHand.value : '';
    var slip = 0;
    var items = [];
    slips.forEach(function (one) { write(one, '', []); });
    function leave() {
      do { write(slips[slip++], card, items.splice(0, ITEMS)); } while (items.length > 0);
    }
    line.forEach(function (one) {
      if (CARD.test(one.scan) || LINK.test(one.scan)) {
        if (card || items.length > 0) { leave(); }
        card = CARD.test(one.scan) ? one.scan : '?';
      } else {
        items.push(one);
      }
    });
    leave();
  }

  function write(slip, card, items) {
    if (!slip) { return; }
    slip.querySelector('[data-slip-card]').textContent = card === '?' ? '' : card;
    slip.querySelectorAll('[data-slip-item]').forEach(function (row, place) {
      var item = items[place];
      row.cells[0].textContent = item ? item.scan : '';
      row.cells[1].textContent = (item && item.title) || '';
      row.cells[2].firstElementChild.textContent = item && card ? '✓' : '';
      row.cells[3].firstElementChild.textContent = item && !card ? '✓' : '';
    });
  }
})();
