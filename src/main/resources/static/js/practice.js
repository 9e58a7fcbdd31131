// Practice without a scanner: "scan this" puts its text into the desk's field, as a scanner would.
(function () {
  'use strict';

  var form = document.querySelector('[data-desk]');
  var field = document.getElementById('scan');

  document.addEventListener('submit', function (event) {
    if (!('sample' in event.target.dataset)) { return; }
    event.preventDefault();
    field.value = event.target.elements.scan.value;
    form.requestSubmit();
    form.scrollIntoView({ block: 'nearest' });
  });
})();
