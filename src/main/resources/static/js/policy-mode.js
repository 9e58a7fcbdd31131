// The rules' own language for the editor: colours, and what may stand at the cursor.
(function () {
  'use strict';

  var CLOSING = { '"': '"', "'": "'", '「': '」', '『': '』', '“': '”“＂', '”': '”“＂', '＂': '”“＂' };
  var WORD = /[\p{L}\p{N}_$＿＄]/u;
  var SPACE = /[\s\u3000]/;

  /** Full-width letters, digits and signs as plain ones. */
  function narrow(text) {
    return text.replace(/[\uFF01-\uFF5E]/g, function (sign) {
      return String.fromCharCode(sign.charCodeAt(0) - 0xFEE0);
    });
  }

  function called(name, word) {
    return name.en === word || name.zh === word;
  }

  function find(list, word) {
    return (list || []).find(function (one) { return called(one.name, word); });
  }

  CodeMirror.defineMode('libpass-rules', function (config, options) {
    var words = options.words;
    var keywords = {};
    words.keywords.forEach(function (keyword) {
      keywords[keyword.zh] = keyword.en;
      keywords[keyword.en] = keyword.en;
    });

    function start() {
      // part: where in a rule; fact and field: those whose brackets and value come next.
      return { part: 'top', named: false, comment: false, question: null, fact: null, seen: '',
        field: null, depth: 0, compared: false, family: null };
    }

    function keyword(state, meaning) {
      if (meaning === 'rule') {
        Object.assign(state, start(), { part: 'name' });
      } else if (meaning === 'when' || meaning === 'then') {
        state.part = meaning;
        state.depth = 0;
        state.fact = null;
      } else if (meaning === 'end') {
        Object.assign(state, start());
      } else if (/^(true|false|null)$/.test(meaning)) {
        return 'atom';
      } else if (meaning === 'in' || meaning === 'not in') {
        state.compared = true;
      }
      return 'keyword';
    }

    function inWhen(state, word) {
      if (state.depth > 0) {
        var field = find(state.fact && state.fact.fields, word);
        if (field) { state.field = field; state.compared = false; }
        return field ? 'property' : word.charAt(0) === '$' ? 'variable-2' : null;
      }
      if (!state.question) {
        state.question = find(words.questions, word) || null;
        return state.question ? 'variable-3' : null;
      }
      state.fact = find(state.question.facts, word) || null;
      if (state.fact) { state.seen += state.fact.name.en + ' '; }
      return state.fact ? 'type' : null;
    }

    function inThen(state, word) {
      if (state.depth > 0) { return null; }
      var verbs = state.question ? state.question.verbs : [];
      var before = state.family;
      state.family = word;
      var fits = verbs.some(function (verb) {
        return ['en', 'zh'].some(function (language) {
          var halves = verb.name[language].split('.');
          return before === null ? halves[0] === word : halves[1] === word;
        });
      });
      return fits ? 'builtin' : null;
    }

    function word(stream, state) {
      stream.eatWhile(WORD);
      var text = narrow(stream.current());
      if (state.part === 'name' && !state.named) {
        state.named = true;
        return 'def';
      }
      if (text.length > 1 && (text.charAt(0) === '當' || text.charAt(0) === '則')) {
        stream.backUp(text.length - 1);
        text = text.charAt(0);
      }
      if (Object.prototype.hasOwnProperty.call(keywords, text)) {
        return keyword(state, keywords[text]);
      }
      return state.part === 'when' ? inWhen(state, text)
        : state.part === 'then' ? inThen(state, text) : null;
    }

    function quotation(stream, state, closing) {
      while (!stream.eol()) {
        if (closing.indexOf(stream.next()) >= 0) { break; }
      }
      if (state.part === 'name' && !state.named) {
        state.named = true;
        return 'def';
      }
      return 'string';
    }

    function sign(state, plain) {
      if (plain === '(') {
        state.depth++;
        return 'bracket';
      }
      if (plain === ')') {
        state.depth = Math.max(0, state.depth - 1);
        if (state.depth === 0) { state.fact = null; state.field = null; state.compared = false; }
        return 'bracket';
      }
      if (plain === ';' || plain === '。') { state.family = null; }
      if ('=!<>≠≤≥≦≧'.indexOf(plain) >= 0) { state.compared = true; }
      if ('&|,、'.indexOf(plain) >= 0 && state.depth < 2) { state.compared = false; }
      return null;
    }

    function token(stream, state) {
      if (state.comment) {
        if (stream.skipTo('*/')) { stream.match('*/'); state.comment = false; } else { stream.skipToEnd(); }
        return 'comment';
      }
      if (stream.eatWhile(SPACE)) { return null; }
      if (stream.match('//')) { stream.skipToEnd(); return 'comment'; }
      if (stream.match('/*')) { state.comment = true; return 'comment'; }
      var first = stream.next();
      if (CLOSING[first]) { return quotation(stream, state, CLOSING[first]); }
      if (/[0-9０-９]/.test(first)) {
        stream.match(/^[0-9０-９]*([-－−–][0-9０-９]{1,2}[-－−–][0-9０-９]{1,2})?/);
        return 'number';
      }
      if (first === '@' || first === '＠') { stream.eatWhile(WORD); return 'meta'; }
      if (WORD.test(first)) { return word(stream, state); }
      return sign(state, narrow(first));
    }

    return {
      startState: start,
      copyState: function (state) { return Object.assign({}, state); },
      token: token,
      lineComment: '//',
      blockCommentStart: '/*',
      blockCommentEnd: '*/'
    };
  });

  /** What may stand at the cursor, the page's language first. */
  CodeMirror.registerHelper('hint', 'libpass-rules', function (editor, options) {
    var cursor = editor.getCursor();
    var line = editor.getLine(cursor.line);
    var here = editor.getTokenAt(cursor, true);
    if (here.type === 'comment' || here.type === 'def') { return null; }
    var quoted = here.type === 'string' && CLOSING[here.string.charAt(0)]
      && !(here.string.length > 1 && cursor.ch === here.end
        && CLOSING[here.string.charAt(0)].indexOf(here.string.slice(-1)) >= 0);
    var from = quoted ? here.start + 1 : cursor.ch;
    while (!quoted && from > 0 && (WORD.test(line.charAt(from - 1)) || /[.．]/.test(line.charAt(from - 1)))) { from--; }
    var typed = narrow(line.slice(from, cursor.ch));
    if (!quoted && /^[當則]./.test(typed)) { from++; typed = typed.slice(1); }
    var state = editor.getTokenAt(CodeMirror.Pos(cursor.line, quoted ? here.start : from), true).state;
    var opened = /^\s*[(（]/.test(line.slice(cursor.ch));

    var found = [];
    var languages = options.chinese ? ['zh', 'en'] : ['en', 'zh'];
    languages.forEach(function (language) {
      offers(options.words, state, quoted).forEach(function (offer) {
        var text = offer.name[language];
        if (offer.only && offer.only !== language) { return; }
        if (text.toLowerCase().indexOf(typed.toLowerCase()) !== 0
            && !(typed && (text.split('.')[1] || '').indexOf(typed) === 0)) { return; }
        found.push(item(offer, text, offer.name[language === 'zh' ? 'en' : 'zh'], language, opened));
      });
    });
    return { list: found, from: CodeMirror.Pos(cursor.line, from), to: cursor };
  });

  function term(en, zh) { return { en: en, zh: zh }; }

  function offers(words, state, quoted) {
    var field = state.field;
    if (state.part === 'when' && state.depth > 0 && field && (quoted || state.compared)) {
      var values = (field.values || []).map(function (value) {
        return { name: term(value, value), only: 'zh', shape: quoted ? '' : 'text' };
      });
      if (quoted || field.kind === 'TEXT') { return values; }
      return field.kind === 'TRUTH' ? keywordOffers(words, /^(true|false|null)$/) : keywordOffers(words, /^null$/);
    }
    if (quoted) { return []; }
    if (state.part === 'when') {
      if (state.depth > 0) {
        return ((state.fact && state.fact.fields) || []).map(function (one) { return { name: one.name }; });
      }
      if (!state.question) {
        return words.questions.map(function (one) { return { name: one.name, shape: 'call' }; });
      }
      return state.question.facts
        .filter(function (fact) { return (' ' + state.seen).indexOf(' ' + fact.name.en + ' ') < 0; })
        .map(function (fact) { return { name: fact.name, shape: 'look' }; })
        .concat(keywordOffers(words, /^then$/));
    }
    if (state.part === 'then') {
      var verbs = state.question && state.depth === 0 ? state.question.verbs : [];
      return verbs
        .map(function (verb) { return { name: verb.name, shape: verb.takes === 'NOTHING' ? 'done' : 'verb' }; })
        .concat(state.depth === 0 ? keywordOffers(words, /^end$/) : []);
    }
    return state.part === 'name' ? keywordOffers(words, /^when$/)
      : keywordOffers(words, /^rule$/).map(function (rule) { return { name: rule.name, shape: 'rule' }; });
  }

  function keywordOffers(words, wanted) {
    return words.keywords
      .filter(function (keyword) { return wanted.test(keyword.en); })
      .map(function (keyword) { return { name: keyword }; });
  }

  /** Before and after the cursor, by what is offered. */
  function shaped(text, shape, zh, opened) {
    switch (shape) {
      case 'call': return [text + (opened ? '' : zh ? '（）' : '()'), ''];
      case 'look': return opened ? [text, ''] : [text + (zh ? '（' : '( '), zh ? '）' : ' )'];
      case 'verb': return opened ? [text, ''] : [text + (zh ? '（' : '('), zh ? '）；' : ');'];
      case 'done': return [text + (opened ? '' : zh ? '（）；' : '();'), ''];
      case 'text': return [zh ? '「' + text + '」' : '"' + text + '"', ''];
      case 'rule': return zh ? ['規則「', '」\n當　\n則　\n完\n'] : ['rule "', '"\nwhen  \nthen  \nend\n'];
      default: return [text, ''];
    }
  }

  function item(offer, text, other, language, opened) {
    return {
      text: text,
      render: function (row) {
        row.appendChild(document.createTextNode(text));
        if (other !== text) {
          var also = document.createElement('span');
          also.className = 'policy-hint-also';
          also.textContent = other;
          row.appendChild(document.createTextNode(' '));
          row.appendChild(also);
        }
      },
      hint: function (editor, data) {
        var parts = shaped(text, offer.shape, language === 'zh', opened);
        editor.replaceRange(parts[0] + parts[1], data.from, editor.getCursor(), 'complete');
        editor.setCursor(CodeMirror.Pos(data.from.line, data.from.ch + parts[0].length));
      }
    };
  }
})();
