// Input that nobody means well with: frames below the wire's own format, and JSON that is no command.

/** Bodies of a polling request or messages of a WebSocket, as engine.io and socket.io would read them (protocols 4 and 5). */
export const HOSTILE_FRAMES: readonly string[] = [
  // Packets that end too soon, or are of no kind.
  ...['', '4', '42', '42[', '42["command"', '42["command",', '45', '451', '4519', '8', '9', 'x', '\u0000', '-1'],
  // Attachments that never come, are too many, or are named by what is no number.
  ...['450-["command"]', '451-["command",{}]', '45999999999-["command"]', '45-1-["command"]'],
  ...['"__proto__"', '-1', '1e9', '{}'].map((num) => `451-["command",{"_placeholder":true,"num":${num}}]`),
  // Events that are none.
  ...['42{}', '42"command"', '42null', '42[]', '42[null]', '42[{}]', '42[["command"]]', '42[1,2,3]'],
  ...['connect', 'connect_error', 'disconnect', 'newListener', 'error', '__proto__', 'constructor', ''].map(
    (event) => `42${JSON.stringify([event, {}])}`,
  ),
  // Answers to nothing, and to be answered under impossible numbers.
  ...['43[]', '4399[null]', '420["command"]', '42-7["sync",{}]', `42${'9'.repeat(40)}["sync",{}]`, '421e5["sync",{}]'],
  // Namespaces and handshakes of others, or once more.
  ...[
    '40',
    '40/organiser,',
    '40/__proto__,{}',
    '40{"role":"facilitator"}',
    '40{"token":{}}',
    '40[]',
    '41',
    '44{"message":"x"}',
  ],
  // Many in one, binary that is no base64, and the probe of an upgrade.
  ...[
    '\u001e',
    '\u001e'.repeat(50),
    '4\u001e'.repeat(200),
    '2\u001e2\u001e2',
    'b',
    'bAAAA',
    'b%%%',
    '2probe',
    '3probe',
    '5',
    '6',
  ],
  // Deep and long.
  `42${'['.repeat(5_000)}`,
  `42["command",${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}]`,
  `42${JSON.stringify(['sync', 'ж'.repeat(5_000)])}`,
];

/** Bodies of a POST. */
export const HOSTILE_JSON: readonly string[] = [
  // No JSON, or more than one.
  ...[
    '',
    ' ',
    '{',
    '[',
    '"',
    'nul',
    'NaN',
    'undefined',
    '{"id":}',
    '{"a":1,}',
    "{'a':1}",
    '{} {}',
    '// {}\n',
    '\ufeff{}',
    '\u0000',
  ],
  // JSON that is no object.
  ...['null', 'true', '0', '-0', '1e999', '"command"', '[]', '[[]]', '[{}]'],
  // Names that objects inherit, as keys, values and twice.
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'].flatMap((name) => [
    `{"${name}":{"role":"facilitator"}}`,
    `{"type":"${name}"}`,
    `{"groupId":"${name}","${name}":null}`,
  ]),
  '{"constructor":{"prototype":{"role":"facilitator"}}}',
  '{"type":"session.start","type":"session.end"}',
  // Values that a careless reader takes for something else.
  ...['{"$gt":""}', '["heads"]', '1e400', '-1', '0.1', '"\\ud800"', '"\\u0000"', '""', 'null', 'true'].map(
    (value) => `{"groupId":${value}}`,
  ),
  // Deep, wide and long.
  `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
  `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
  JSON.stringify(Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`k${at}`, at]))),
  JSON.stringify({ text: 'ж'.repeat(40_000) }),
  `{"n":${'9'.repeat(10_000)}}`,
];

/** What people may write where a sentence was asked for: for papers, tables and pages that must neither break nor obey. */
export const HOSTILE_TEXTS: readonly string[] = [
  // Formulas and what opens them.
  ...['=1+1', '+CMD("calc")', '-2', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x.kg","суу")', '＝1', "'=1", ';=1', '"=1'],
  // Markup of the web, of office files and of Markdown.
  ...[
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '</w:t></w:r><w:r/>',
    '<!--',
    ']]>',
    '<![CDATA[',
    '&amp;lt;',
  ],
  ...[
    '&#0;',
    '&bogus;',
    'javascript:alert(1)',
    '[a](javascript:alert(1))',
    '![a](http://x.kg/a.png)',
    '# not a head',
    '| a | b |',
  ],
  ...[
    '```',
    '---',
    '1. one',
    '- item',
    '> said',
    '~~a~~',
    '**a',
    '__a',
    '`a',
    '\\',
    '<http://x.kg>',
    '[^1]',
    '{{a}}',
    '$(a)',
    '%s %n',
  ],
  // PDF's own words, in and out of its brackets.
  ...['(', ')', '\\)', '>>', 'endstream endobj', '/JavaScript (app.alert(1))', '%%EOF'],
  // Letters beside the usual: joined, stacked, turned, unseen, alone, private, of every size.
  ...[
    '\u202eсуу',
    '\u2066a\u2069',
    'с\u0301\u0301\u0301уу',
    'с\u00adуу',
    'a\u200bb',
    '\ufeffa',
    '\u2028',
    'a\u0085b',
    '\ue000',
    '\ud83d',
  ],
  ...['👩‍👩‍👧‍👦', '🇰🇬🇰🇬', '𝔞𝔟', 'ﷺ', '水', '안녕', 'مرحبا', 'שלום', 'เมือง', 'क्षि', 'ŋңөүҢӨҮ', '1⁄2', '㎏', 'ﬁ'],
  // Long without a place to break, and broken without a word.
  'ж'.repeat(280),
  'WWWW '.repeat(56),
  'a/b'.repeat(90),
  '- '.repeat(140),
  'строка\n\n\n\nстрока\r\nстрока\u000bстрока\fстрока',
  // Names that objects inherit, and values that are none.
  ...[
    '__proto__',
    'constructor',
    'toString',
    'null',
    'undefined',
    'NaN',
    'true',
    '0',
    '-0',
    '1e999',
    '[object Object]',
  ],
];
