// What a page does better with a script; everything works without it.
(function () {
  'use strict';

  // "Print" opens the browser's own print window.
  document.querySelectorAll('[data-print]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () { window.print(); });
  });

  // "Forgot password" leads to the chosen school's own page.
  document.querySelectorAll('[data-forgotten]').forEach(function (link) {
    var select = document.getElementById(link.dataset.forgotten);
    if (!select) { return; }
    var everySchool = link.getAttribute('href');
    function follow() {
      var chosen = select.options[select.selectedIndex];
      link.href = (chosen && chosen.dataset.password) || everySchool;
    }
    select.addEventListener('change', follow);
    follow();
  });

  // A form that was sent is not sent twice by an impatient second click.
  document.querySelectorAll('form').forEach(function (form) {
    form.addEventListener('submit', function (event) {
      if (form.dataset.sent) { event.preventDefault(); return; }
      form.dataset.sent = 'true';
      window.setTimeout(function () { delete form.dataset.sent; }, 5000);
    });
  });

  // After an answer with errors the first thing to read is the list of them.
  var summary = document.querySelector('[role=alert]');
  if (summary) { summary.setAttribute('tabindex', '-1'); summary.focus(); }
})();
