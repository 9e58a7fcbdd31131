// The rule editor: colours, words to choose from, and what is wrong, as one types.
(function () {
  'use strict';

  var form = document.querySelector('[data-rule-editor]');
  if (!form || !window.CodeMirror) { return; }

  var says = form.dataset;
  var words = JSON.parse(says.dialect);
  var chinese = document.documentElement.lang !== 'en';
  var list = document.getElementById('findings');
  var status = document.getElementById('look-state');
  var parts = {};
  var sending = false;
  var changed = false;

  // Editors over the text fields, which keep their names and go with the form.

  form.querySelectorAll('textarea[data-part]').forEach(function (area) {
    var isRules = area.dataset.part === 'rules';
    var label = form.querySelector('label[for="' + area.id + '"]');
    var editor = CodeMirror.fromTextArea(area, {
      mode: isRules ? { name: 'libpass-rules', words: words } : 'yaml',
      inputStyle: 'contenteditable',
      lineNumbers: true,
      lineWrapping: true,
      matchBrackets: isRules,
      indentUnit: 2,
      viewportMargin: Infinity,
      screenReaderLabel: label.textContent,
      gutters: ['CodeMirror-linenumbers', 'policy-gutter'],
      // Tab leaves the field, as everywhere; Ctrl-] indents.
      extraKeys: { Tab: false, 'Shift-Tab': false, 'Ctrl-Space': offer, 'Alt-/': offer }
    });
    var input = editor.getInputField();
    input.setAttribute('role', 'textbox');
    input.setAttribute('aria-multiline', 'true');
    input.setAttribute('aria-describedby', area.getAttribute('aria-describedby') || '');
    editor.getWrapperElement().classList.add('policy-editor-' + area.dataset.part);
    label.addEventListener('click', function (event) { event.preventDefault(); editor.focus(); });
    var box = area.closest('details');
    if (box) { box.addEventListener('toggle', function () { editor.refresh(); }); }
    editor.on('change', function () { changed = true; lookSoon(); });
    parts[area.dataset.part] = { editor: editor, box: box, marks: [] };
  });

  function offer(editor) {
    if (editor.getMode().name !== 'libpass-rules') { return; }
    editor.showHint({
      hint: CodeMirror.hint['libpass-rules'],
      words: words,
      chinese: chinese,
      closeCharacters: /[;；。]/,
      customKeys: {
        Up: function (any, menu) { menu.moveFocus(-1); },
        Down: function (any, menu) { menu.moveFocus(1); },
        PageUp: function (any, menu) { menu.moveFocus(1 - menu.menuSize(), true); },
        PageDown: function (any, menu) { menu.moveFocus(menu.menuSize() - 1, true); },
        Enter: function (any, menu) { menu.pick(); },
        Esc: function (any, menu) { menu.close(); }
      }
    });
  }

  document.getElementById('rules-keys').hidden = false;
  document.getElementById('offer').addEventListener('click', function () {
    parts.rules.editor.focus();
    offer(parts.rules.editor);
  });

  // What is wrong, asked of the server when the typing pauses.

  var PAUSE = 400;
  var newest = 0;
  var timer = 0;

  function lookSoon() {
    newest++;
    window.clearTimeout(timer);
    timer = window.setTimeout(look, PAUSE);
  }

  function look() {
    var asked = newest;
    Object.keys(parts).forEach(function (part) { parts[part].editor.save(); });
    window.fetch(says.look, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      redirect: 'manual',
      body: new URLSearchParams(new FormData(form))
    }).then(function (answer) {
      if (answer.type === 'opaqueredirect' || answer.status === 403) { throw new Error('signed-out'); }
      if (!answer.ok) { throw new Error('away'); }
      return answer.json();
    }).then(function (found) {
      // An answer about a text that has been changed since is of no use.
      if (asked === newest) { show(found); }
    }).catch(function (trouble) {
      if (asked === newest) { say(trouble.message === 'signed-out' ? says.signedOut : says.away, 'wrong'); }
    });
  }

  var shown = null;

  function show(found) {
    var all = found.errors.concat(found.warnings);
    say(found.errors.length ? says.wrong.replace('{0}', found.errors.length) : says.good,
      found.errors.length ? 'wrong' : 'good');
    mark(found);
    var text = JSON.stringify(all);
    if (text === shown) { return; } // said once is enough
    shown = text;
    list.replaceChildren.apply(list, all.map(function (one) {
      var row = document.createElement('li');
      row.className = found.errors.indexOf(one) >= 0 ? 'finding-wrong' : 'finding-note';
      var place = document.createElement('button');
      place.type = 'button';
      place.className = 'finding-place';
      place.textContent = one.place;
      place.addEventListener('click', function () { goTo(one); });
      var sentence = document.createElement('span');
      sentence.textContent = one.sentence;
      row.append(place, ' ', sentence);
      return row;
    }));
  }

  function say(text, tone) {
    status.className = 'look-state look-' + tone;
    if (status.textContent !== text) { status.textContent = text; }
  }

  function mark(found) {
    Object.keys(parts).forEach(function (name) {
      var part = parts[name];
      var editor = part.editor;
      editor.operation(function () {
        editor.clearGutter('policy-gutter');
        part.marks.forEach(function (one) { one.clear(); });
        part.marks = [];
        found.warnings.concat(found.errors).forEach(function (one) {
          if (one.part !== name) { return; }
          var line = Math.min(one.line, editor.lineCount()) - 1;
          var tone = found.errors.indexOf(one) >= 0 ? 'wrong' : 'note';
          var sign = document.createElement('span');
          sign.className = 'policy-sign policy-sign-' + tone;
          sign.textContent = tone === 'wrong' ? '✕' : '!';
          sign.title = one.sentence;
          editor.setGutterMarker(line, 'policy-gutter', sign);
          var text = editor.getLine(line);
          part.marks.push(editor.markText(
            { line: line, ch: text.length - text.trimStart().length },
            { line: line, ch: text.length },
            { className: 'policy-mark-' + tone, title: one.sentence }));
        });
      });
      if (part.box && found.errors.some(function (one) { return one.part === name; })) {
        part.box.open = true;
      }
    });
  }

  function goTo(one) {
    var part = parts[one.part];
    if (!part) { return; }
    if (part.box) { part.box.open = true; }
    part.editor.refresh();
    part.editor.focus();
    var line = Math.min(one.line, part.editor.lineCount()) - 1;
    var text = part.editor.getLine(line);
    part.editor.setCursor({ line: line, ch: text.length - text.trimStart().length });
    part.editor.scrollIntoView(null, 80);
    part.editor.getWrapperElement().scrollIntoView({ block: 'nearest' });
  }

  form.addEventListener('submit', function () { sending = true; });
  window.addEventListener('pageshow', function () { sending = false; });
  window.addEventListener('beforeunload', function (event) {
    if (changed && !sending) { event.preventDefault(); }
  });

  // What the server has found with the examples stays until something is typed.
  var made = { errors: [], warnings: [] };
  list.querySelectorAll('a[data-part]').forEach(function (link) {
    var row = link.parentNode;
    var one = { part: link.dataset.part, line: Number(link.dataset.line),
      sentence: row.querySelector('span').textContent };
    (row.className === 'finding-wrong' ? made.errors : made.warnings).push(one);
    link.addEventListener('click', function (event) { event.preventDefault(); goTo(one); });
  });
  if ('checked' in says) { mark(made); } else { look(); }
})();
