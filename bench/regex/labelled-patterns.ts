/** Regular expressions of libraries, guides and known bugs, each with how its time grows. `npm run regexes:confirm` times them. */
import type { LabelledPattern } from "./timing.js";

export const labelledPatterns: readonly LabelledPattern[] = [
  {
    pattern: "\\x1b\\[[0-9;?]*[ -/]*[@-~]",
    flags: "g",
    grows: "linear",
    from: "@anthropic-ai/sdk",
  },
  {
    pattern: '^(?:"\\]"|Attribute selector [()\\s,=~^$*|]+) is expected$',
    flags: "",
    grows: "linear",
    from: "@asamuzakjp/dom-selector",
  },
  {
    pattern: "^(?:application\\/(?:[\\w\\-.]+\\+)?|image\\/[\\w\\-.]+\\+|text\\/)xml$",
    flags: "",
    grows: "linear",
    from: "@asamuzakjp/dom-selector",
  },
  {
    pattern: "[\\r\\n\\f]|^\\s+|\\s+$",
    flags: "g",
    grows: "quadratic",
    attack: {
      pumps: [
        {
          prefix: "\u0000",
          pump: "\t",
        },
      ],
      suffix: "\n\u0000",
    },
    from: "@asamuzakjp/nwsapi",
  },
  {
    pattern: "\\s?([>+~])\\s?",
    flags: "g",
    grows: "linear",
    from: "@asamuzakjp/nwsapi",
  },
  {
    pattern: "^(?:[A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$",
    flags: "",
    grows: "linear",
    from: "@aws-sdk/middleware-sdk-s3",
  },
  {
    pattern: "^[a-z][\\w-]*$",
    flags: "i",
    grows: "linear",
    from: "@babel/code-frame",
  },
  {
    pattern: "^(?:\\d+|\\d(?:\\d?[^\\d\\n\\r\\u2028\\u2029]\\d+|\\d{2,}(?:[^\\d\\n\\r\\u2028\\u2029]\\d+)?))$",
    flags: "",
    grows: "linear",
    from: "@babel/helper-compilation-targets",
  },
  {
    pattern: "^[_$A-Z0-9]+$",
    flags: "",
    grows: "linear",
    from: "@babel/template",
  },
  {
    pattern: "^[A-Za-z0-9_]+$",
    flags: "",
    grows: "linear",
    from: "@bufbuild/protobuf",
  },
  {
    pattern: "^([\\d.]+)\\s*(ms|s|m|h|hr|d)$",
    flags: "i",
    grows: "linear",
    from: "@cacheable/utils",
  },
  {
    pattern: "^(?:[/\\\\]{2}([^/\\\\]+)(?=[/\\\\](?:[^/\\\\]|$)))?(.*)",
    flags: "",
    grows: "linear",
    from: "@eslint/config-array",
  },
  {
    pattern: "^[\\w.-]+$",
    flags: "u",
    grows: "linear",
    from: "@eslint/config-array",
  },
  {
    pattern: "^\\\\*([A-Za-z]:)(\\\\|$)",
    flags: "",
    grows: "linear",
    from: "@eslint/config-array",
  },
  {
    pattern: "\\s-{2,}\\s",
    flags: "u",
    grows: "linear",
    from: "@eslint/plugin-kit",
  },
  {
    pattern: "([A-Z]+)",
    flags: "g",
    grows: "linear",
    from: "@google-cloud/storage",
  },
  {
    pattern: "^(?:[0-9]*(\\.[0-9]*)?){1}$",
    flags: "",
    grows: "linear",
    from: "@hapi/formula",
  },
  {
    pattern: "{([^{}]+)}",
    flags: "g",
    grows: "linear",
    from: "@hapi/hoek",
  },
  {
    pattern: "^[?*+@]\\(\\)$",
    flags: "",
    grows: "linear",
    from: "@isaacs/nonrecursive-glob-match",
  },
  {
    pattern: "[\\r\\n]+",
    flags: "g",
    grows: "linear",
    from: "@jimp/plugin-print",
  },
  {
    pattern: "^0b([01]+(\\.[01]*)?|\\.[01]+)(p[+-]?\\d+)?$",
    flags: "i",
    grows: "linear",
    from: "@prisma/client-runtime-utils",
  },
  {
    pattern: "\\\\begin\\{([\\w-]+)\\}",
    flags: "g",
    grows: "linear",
    from: "@shikijs/core",
  },
  {
    pattern: "[\\-\\\\\\{\\}\\*\\+\\?\\|\\^\\$\\.\\,\\[\\]\\(\\)\\#\\s]",
    flags: "g",
    grows: "linear",
    from: "@shikijs/vscode-textmate",
  },
  {
    pattern: "^(?:-?>)+|<\\x21--|--\\x3e|--!>|<!-$",
    flags: "g",
    grows: "linear",
    from: "@vue/server-renderer",
  },
  {
    pattern: "^<\\x21--[\\s\\S]*--\\x3e$",
    flags: "",
    grows: "linear",
    from: "@vue/server-renderer",
  },
  {
    pattern: "&#?\\w+;",
    flags: "g",
    grows: "linear",
    from: "@xmldom/xmldom",
  },
  {
    pattern: "'[^']+'|\"[^\"]+\"|[^\\s<>\\/=]+=?|(\\/?\\s*>|<)",
    flags: "g",
    grows: "quadratic",
    attack: {
      pumps: [
        {
          prefix: "",
          pump: "\t",
        },
      ],
      suffix: "<\"'",
    },
    from: "@xmldom/xmldom",
  },
  {
    pattern:
      "^(\"[\\x20\\r\\na-zA-Z0-9\\-()+,.\\/:=?;!*#@$_%']*\"|'[\\x20\\r\\na-zA-Z0-9\\-()+,.\\/:=?;!*#@$_%'\"]*')$",
    flags: "",
    grows: "linear",
    from: "@xmldom/xmldom",
  },
  {
    pattern: "^(\"[^\"]*\"|'[^']*')$",
    flags: "",
    grows: "linear",
    from: "@xmldom/xmldom",
  },
  {
    pattern: "^<\\?(\\S*)\\s*([\\s\\S]*?)$",
    flags: "",
    grows: "linear",
    from: "@xmldom/xmldom",
  },
  {
    pattern: "^(\\d{1,3}\\.){3}\\d{1,3}$",
    flags: "",
    grows: "linear",
    from: "IPv4",
  },
  {
    pattern: "\\*\\*(.+?)\\*\\*",
    flags: "g",
    grows: "linear",
    from: "Markdown strong",
  },
  {
    pattern: "^(([a-z])+.)+[A-Z]([a-z])+$",
    flags: "",
    grows: "exponential",
    attack: {
      pumps: [
        {
          prefix: "aa",
          pump: "aaaa",
        },
      ],
      suffix: "a",
    },
    from: "OWASP",
  },
  {
    pattern:
      "^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$",
    flags: "",
    grows: "exponential",
    attack: {
      pumps: [
        {
          prefix: "0A",
          pump: "0",
        },
      ],
      suffix: "0.aa",
    },
    from: "OWASP e-mail",
  },
  {
    pattern: "^(https?:\\/\\/)?([\\da-z.-]+)\\.([a-z.]{2,6})([\\/\\w .-]*)*\\/?$",
    flags: "",
    grows: "exponential",
    attack: {
      pumps: [
        {
          prefix: "s.aap",
          pump: "h",
        },
      ],
      suffix: "\u0000",
    },
    from: "URL, tutorials",
  },
  {
    pattern: "[\\u001b\\u009b][[()#;?]*(?:[0-9]{1,4}(?:;[0-9]{0,4})*)?[0-9A-ORZcf-nqry=><]",
    flags: "g",
    grows: "linear",
    from: "ansi-regex",
  },
  {
    pattern: "v(\\d+)\\.(\\d+)\\.(\\d+)",
    flags: "",
    grows: "linear",
    from: "any-promise",
  },
  {
    pattern: "[ \\t\\n\\r\\f\\v]+",
    flags: "g",
    grows: "linear",
    from: "argparse",
  },
  {
    pattern: "[^.[\\]]+|\\[([^.[\\]]*)]",
    flags: "g",
    grows: "linear",
    from: "axios",
  },
  {
    pattern: "^-?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:e[+-]?\\d+)?$",
    flags: "i",
    grows: "linear",
    from: "bignumber.js",
  },
  {
    pattern: "^\\.([^.]+)$",
    flags: "",
    grows: "linear",
    from: "bignumber.js",
  },
  {
    pattern: "^[a-z$_][a-z$_0-9]*$",
    flags: "i",
    grows: "linear",
    from: "bluebird",
  },
  {
    pattern: "oai-searchbot\\/(\\d+(\\.\\d+)+)",
    flags: "i",
    grows: "linear",
    from: "bowser",
  },
  {
    pattern: "^last\\s+(\\d+)\\s+electron\\s+major\\s+versions?$",
    flags: "i",
    grows: "linear",
    from: "browserslist",
  },
  {
    pattern: "^(\\w+:\\/\\/|\\/\\/)",
    flags: "",
    grows: "linear",
    from: "clean-css",
  },
  {
    pattern: "^\\/\\*# sourceMappingURL=(\\S+) \\*\\/$",
    flags: "",
    grows: "linear",
    from: "clean-css",
  },
  {
    pattern: "[A-Za-z0-9+\\/]",
    flags: "",
    grows: "linear",
    from: "codepage",
  },
  {
    pattern: "^#?([0-9a-f]{3}|[0-9a-f]{6})$",
    flags: "i",
    grows: "linear",
    from: "color",
  },
  {
    pattern: "^([a-z]+)\\(((?:calc\\(NaN\\)|.)+?)\\)$",
    flags: "i",
    grows: "exponential",
    attack: {
      pumps: [
        {
          prefix: "B(CALC(NAN",
          pump: ")CALC(NAN)CALC(NAN",
        },
      ],
      suffix: "A",
    },
    from: "colorjs.io",
  },
  {
    pattern: '^(?!(?:.*\\s|.*\\.|\\W+)$)(?:[a-zA-Z]:)?(?:(?:[^<>:"\\|\\?\\*\\n])+(?:\\/\\/|\\/|\\\\\\\\|\\\\)?)+$',
    flags: "m",
    grows: "quadratic",
    attack: {
      pumps: [
        {
          prefix: "",
          pump: '"\n',
        },
      ],
      suffix: "",
    },
    from: "command-exists",
  },
  {
    pattern: "(?:^|;)\\s*([^=;]*)=([^;]*)",
    flags: "g",
    grows: "quadratic",
    attack: {
      pumps: [
        {
          prefix: "\t",
          pump: "\t",
        },
      ],
      suffix: "",
    },
    from: "cookie",
  },
  {
    pattern: "^(-?\\d+\\.?\\d*)(%|vw|vh|px|em|rem|deg|rad|grad|turn|ch|vmin|vmax)?$",
    flags: "",
    grows: "quadratic",
    attack: {
      pumps: [
        {
          prefix: "0",
          pump: "0",
        },
      ],
      suffix: "-",
    },
    from: "css-gradient-parser",
  },
  {
    pattern: "^\\s*\\|\\s*",
    flags: "",
    grows: "linear",
    from: "css-tree",
  },
  {
    pattern: "^[^\\\\#]?(?:\\\\(?:[\\da-f]{1,6}\\s?|.)|[\\w\\-\\u00b0-\\uFFFF])+",
    flags: "",
    grows: "linear",
    from: "css-what",
  },
  {
    pattern: "[^+\\/0-9A-Za-z-_]",
    flags: "g",
    grows: "linear",
    from: "csv-parse",
  },
  {
    pattern: "([+-]|\\d\\d)",
    flags: "g",
    grows: "linear",
    from: "dayjs",
  },
  {
    pattern: "^(---|\\+\\+\\+)\\s",
    flags: "",
    grows: "linear",
    from: "diff",
  },
  {
    pattern: "^(?:(?:(?:f|ht)tps?|mailto|tel|callto|sms|cid|xmpp|matrix):|[^a-z]|[a-z+.\\-]+(?:[^a-z+.\\-:]|$))",
    flags: "i",
    grows: "linear",
    from: "dompurify",
  },
  {
    pattern: "^(?:\\w+script|data):",
    flags: "i",
    grows: "linear",
    from: "dompurify",
  },
  {
    pattern: "{{[\\w\\W]*|^[\\w\\W]*}}",
    flags: "g",
    grows: "linear",
    from: "dompurify",
  },
  {
    pattern: "^[1-9]\\d*$",
    flags: "",
    grows: "linear",
    from: "dot-prop",
  },
  {
    pattern: "^[\\w.+-]+@[\\w-]+\\.[\\w.-]+$",
    flags: "",
    grows: "linear",
    from: "e-mail",
  },
  {
    pattern:
      '^(([^<>()\\[\\]\\\\.,;:\\s@"]+(\\.[^<>()\\[\\]\\\\.,;:\\s@"]+)*)|(".+"))@((\\[[0-9.]+\\])|(([a-zA-Z\\-0-9]+\\.)+[a-zA-Z]{2,}))$',
    flags: "",
    grows: "linear",
    from: "e-mail, Stack Overflow",
  },
  {
    pattern: "[?*+@!()|[\\]{}]",
    flags: "g",
    grows: "linear",
    from: "editorconfig",
  },
  {
    pattern: "^[A-Za-z]+:\\\\|^\\/",
    flags: "",
    grows: "linear",
    from: "ejs",
  },
  {
    pattern: "^exports\\.default = utils;\\s*$",
    flags: "m",
    grows: "linear",
    from: "ejs",
  },
  {
    pattern: '^\\s*XX\\(\\s*([\\-\\d]+),\\s*([A-Z]+),\\s*"([^"]*)"\\s*\\)\\s*\\\\?$',
    flags: "",
    grows: "linear",
    from: "errno",
  },
  {
    pattern: "^#!([^\\r\\n\\u2028\\u2029]*)",
    flags: "u",
    grows: "linear",
    from: "eslint",
  },
  {
    pattern: "^@([^/]+)\\/(.*)$",
    flags: "u",
    grows: "linear",
    from: "eslint",
  },
  {
    pattern: "^\\/*|^\\\\*",
    flags: "",
    grows: "linear",
    from: "eta",
  },
  {
    pattern: "xl\\/theme\\/([a-zA-Z0-9]+)[.]xml",
    flags: "",
    grows: "linear",
    from: "exceljs",
  },
  {
    pattern: "(?:^|[^!*+?@])\\([^(]*\\|[^|]*\\)",
    flags: "",
    grows: "linear",
    from: "fast-glob",
  },
  {
    pattern: "\\[[^[]*]",
    flags: "",
    grows: "linear",
    from: "fast-glob",
  },
  {
    pattern: "^nth\\((\\d+)\\)$",
    flags: "",
    grows: "linear",
    from: "fast-xml-builder",
  },
  {
    pattern: "^TATION.+$",
    flags: "m",
    grows: "linear",
    from: "fast-xml-parser",
  },
  {
    pattern: "^\\s*(?:-|\\+)?(?:\\d+|\\d{1,3}(?:,\\d{3})+)?(?:\\.\\d{1,2})?\\s*(?:\\$|€|¥|₹)?\\s*$",
    flags: "u",
    grows: "cubic",
    attack: {
      pumps: [
        {
          prefix: "",
          pump: "\t",
        },
        {
          prefix: "",
          pump: "\t",
        },
      ],
      suffix: ".",
    },
    from: "fast-xml-parser",
  },
  {
    pattern: "[\\^$\\\\.*+?()[\\]{}|]",
    flags: "g",
    grows: "linear",
    from: "follow-redirects",
  },
  {
    pattern: '^\'"(.*)"$',
    flags: "",
    grows: "linear",
    from: "fuse.js",
  },
  {
    pattern: '^="(.*)"$',
    flags: "",
    grows: "linear",
    from: "fuse.js",
  },
  {
    pattern: "\\([^()]+$",
    flags: "",
    grows: "linear",
    from: "glob-parent",
  },
  {
    pattern: "\\\\([!*?|[\\](){}])",
    flags: "g",
    grows: "linear",
    from: "glob-parent",
  },
  {
    pattern: "\\*\\*\\/([^/]+)$",
    flags: "",
    grows: "linear",
    from: "globby",
  },
  {
    pattern: "^(gitdir|gitdir\\/i):(.*)$",
    flags: "i",
    grows: "linear",
    from: "globby",
  },
  {
    pattern: "[\\\\^$*+?.():=!|{}\\-[\\]]",
    flags: "g",
    grows: "linear",
    from: "handlebars",
  },
  {
    pattern: "%c(?:([+-])(\\d+))?",
    flags: "g",
    grows: "linear",
    from: "hast-util-from-html",
  },
  {
    pattern: "^\\s*([^\\s]+)\\s*:\\s*(.*?)\\s*$",
    flags: "",
    grows: "cubic",
    attack: {
      pumps: [
        {
          prefix: ":\n:",
          pump: "\t",
        },
        {
          prefix: ":",
          pump: "\t",
        },
      ],
      suffix: "\n:",
    },
    from: "header",
  },
  {
    pattern: "\\(\\?'[^']+'",
    flags: "",
    grows: "linear",
    from: "highlight.js",
  },
  {
    pattern: "&(?:#\\d+|#[xX][\\da-fA-F]+|[0-9a-zA-Z]+);?",
    flags: "g",
    grows: "linear",
    from: "html-entities",
  },
  {
    pattern: "[ \\n\\r\\t\\f]*?[\\n\\r][ \\n\\r\\t\\f]*$",
    flags: "",
    grows: "cubic",
    attack: {
      pumps: [
        {
          prefix: "",
          pump: "\t",
        },
        {
          prefix: "",
          pump: "\n",
        },
      ],
      suffix: "\u0000\n",
    },
    from: "html-minifier",
  },
  {
    pattern: "[^A-Za-z0-9'\\(\\),-\\.\\/:\\? \\n\\r\\t]+",
    flags: "g",
    grows: "linear",
    from: "iconv-lite",
  },
  {
    pattern: "((?:\\\\\\\\)*?)(\\\\?\\s+)$",
    flags: "",
    grows: "quadratic",
    attack: {
      pumps: [
        {
          prefix: "",
          pump: "\t",
        },
      ],
      suffix: "\u0000\t",
    },
    from: "ignore",
  },
  {
    pattern: "^\\^*\\\\\\*\\\\\\*\\\\\\/",
    flags: "",
    grows: "linear",
    from: "ignore",
  },
  {
    pattern: "^\\s*[;#]",
    flags: "",
    grows: "linear",
    from: "ini",
  },
  {
    pattern: "^0x[0-9a-f]+$",
    flags: "i",
    grows: "linear",
    from: "javascript-natural-sort",
  },
  {
    pattern: "\\\\(\\{+)",
    flags: "g",
    grows: "linear",
    from: "joi",
  },
  {
    pattern: "^[a-z]\\w*$",
    flags: "",
    grows: "linear",
    from: "joi",
  },
  {
    pattern: "[^a-zA-Z0-9_\\-]+",
    flags: "",
    grows: "linear",
    from: "js-beautify",
  },
  {
    pattern: "(\\n+)([^\\n]*)",
    flags: "g",
    grows: "linear",
    from: "js-yaml",
  },
  {
    pattern: "^[A-Za-z0-9+/]*={0,2}$",
    flags: "",
    grows: "linear",
    from: "js-yaml",
  },
  {
    pattern: "^\\/(.*)\\/([gimyu]+)$",
    flags: "",
    grows: "linear",
    from: "jsondiffpatch",
  },
  {
    pattern: "^[a-zA-Z0-9\\-_]+?\\.[a-zA-Z0-9\\-_]+?\\.([a-zA-Z0-9\\-_]+)?$",
    flags: "",
    grows: "linear",
    from: "jws",
  },
  {
    pattern: "[-/\\\\^$*+?.()|[\\]{}]",
    flags: "g",
    grows: "linear",
    from: "katex",
  },
  {
    pattern: "mode\\s*=\\s*display(;|\\s|\\n|$)",
    flags: "",
    grows: "linear",
    from: "katex",
  },
  {
    pattern: "^([^=]+)=(.*)$",
    flags: "",
    grows: "linear",
    from: "key and value",
  },
  {
    pattern: "^(\\d+)([:|.](\\d+))?([:|.](\\d+))?\\s*(am|pm|AM|PM|a|p|A|M)?$",
    flags: "",
    grows: "linear",
    from: "launder",
  },
  {
    pattern: "[^.\\w-]+",
    flags: "g",
    grows: "linear",
    from: "less",
  },
  {
    pattern: "^[a-z-]+:\\/+?[^/]+",
    flags: "",
    grows: "linear",
    from: "less",
  },
  {
    pattern: "^'([\\s\\S]*)'$",
    flags: "",
    grows: "linear",
    from: "levn",
  },
  {
    pattern: "((?:\\r\\n|\\n|\\r)+)\\s*$",
    flags: "",
    grows: "exponential",
    attack: {
      pumps: [
        {
          prefix: "\r",
          pump: "\r\n",
        },
      ],
      suffix: "\u0000\n",
    },
    from: "line ends",
  },
  {
    pattern: "^\\/(.*)\\/([gimuy]*)$",
    flags: "",
    grows: "linear",
    from: "literal",
  },
  {
    pattern: "<%-([\\s\\S]+?)%>",
    flags: "g",
    grows: "quadratic",
    attack: {
      pumps: [
        {
          prefix: "",
          pump: "><%->",
        },
      ],
      suffix: ">",
    },
    from: "lodash",
  },
  {
    pattern: "^\\[object .+?Constructor\\]$",
    flags: "",
    grows: "linear",
    from: "lodash",
  },
  {
    pattern:
      "[^.[\\]]+|\\[(?:(-?\\d+(?:\\.\\d+)?)|([\"'])((?:(?!\\2)[^\\\\]|\\\\.)*?)\\2)\\]|(?=(?:\\.|\\[\\])(?:\\.|\\[\\]|$))",
    flags: "g",
    grows: "linear",
    from: "lodash.groupby",
  },
  {
    pattern: "^0o[0-7]+$",
    flags: "i",
    grows: "linear",
    from: "lodash.includes",
  },
  {
    pattern: "^(\\S+)\\s+(.*)\\s+(\\S+)$",
    flags: "",
    grows: "cubic",
    attack: {
      pumps: [
        {
          prefix: "\u0000\t",
          pump: "\t",
        },
        {
          prefix: "\t\u0000",
          pump: "\t",
        },
      ],
      suffix: "\n\u0000\n\u0000",
    },
    from: "log line",
  },
  {
    pattern: "^(.+?[^aeiou])y$",
    flags: "",
    grows: "linear",
    from: "lunr",
  },
  {
    pattern: "^\\{(.*)\\}(.*)$",
    flags: "",
    grows: "quadratic",
    attack: {
      pumps: [
        {
          prefix: "{",
          pump: "}",
        },
      ],
      suffix: "\n",
    },
    from: "mammoth",
  },
  {
    pattern: "^:?-+:?$",
    flags: "",
    grows: "linear",
    from: "markdown-it",
  },
  {
    pattern: "\\n[ \\t]*\\n[ \\t]*$",
    flags: "",
    grows: "linear",
    from: "marked",
  },
  {
    pattern: "^(\\s+)(?:```)",
    flags: "",
    grows: "linear",
    from: "marked",
  },
  {
    pattern: "\\$([\\w.]+)",
    flags: "g",
    grows: "linear",
    from: "mathjs",
  },
  {
    pattern: "^[\\t ]*(?:[\\n\\r]|$)|(?:^|[\\n\\r])[\\t ]*$",
    flags: "",
    grows: "linear",
    from: "mdast-util-to-markdown",
  },
  {
    pattern: "^(\\/\\/?(?!\\/)[^\\?\\s]*)(\\?[^\\s]*)?$",
    flags: "",
    grows: "linear",
    from: "mdurl",
  },
  {
    pattern: "^--no-(.+)",
    flags: "",
    grows: "linear",
    from: "minimist",
  },
  {
    pattern: "(^|>)(\\s+)(<|$)",
    flags: "gm",
    grows: "linear",
    from: "mjml-core",
  },
  {
    pattern: "\\s{2,}",
    flags: "gm",
    grows: "linear",
    from: "mjml-core",
  },
  {
    pattern: '[*|"<>?:]',
    flags: "",
    grows: "linear",
    from: "mkdirp",
  },
  {
    pattern: "(\\/\\/[^@]*:)(.*)(@)",
    flags: "g",
    grows: "cubic",
    attack: {
      pumps: [
        {
          prefix: "",
          pump: "//",
        },
        {
          prefix: "",
          pump: ":",
        },
      ],
      suffix: "",
    },
    from: "mongodb-connection-string-url",
  },
  {
    pattern: "^((?:\\d+)?\\-?\\d*\\.?\\d+(?:e-?\\d+)?) *(ms|s|m|h|d|w|y)?$",
    flags: "i",
    grows: "cubic",
    attack: {
      pumps: [
        {
          prefix: "",
          pump: "0",
        },
        {
          prefix: "",
          pump: "0",
        },
      ],
      suffix: "E",
    },
    from: "ms 0.7",
  },
  {
    pattern: "[\\-\\[\\]{}()*+?.,\\\\\\^$|#\\s]",
    flags: "g",
    grows: "linear",
    from: "mustache",
  },
  {
    pattern: "(?:charset|encoding)\\s*=\\s*['\"]? *([\\w\\-]+)",
    flags: "i",
    grows: "quadratic",
    attack: {
      pumps: [
        {
          prefix: "CHARSET=",
          pump: " ",
        },
      ],
      suffix: "=CHARSET=I",
    },
    from: "needle",
  },
  {
    pattern: '([ ]*)"dependencies": {',
    flags: "g",
    grows: "quadratic",
    attack: {
      pumps: [
        {
          prefix: "",
          pump: " ",
        },
      ],
      suffix: "",
    },
    from: "node-addon-api",
  },
  {
    pattern: "([0-9a-f]*)? ([a-zA-Z]) (.*$)",
    flags: "",
    grows: "quadratic",
    attack: {
      pumps: [
        {
          prefix: "",
          pump: "a",
        },
      ],
      suffix: "\u0000 a ",
    },
    from: "node-addon-api",
  },
  {
    pattern: '[ ]*"nan": *"[^"]+"(,|)[\\n\\r]',
    flags: "g",
    grows: "quadratic",
    attack: {
      pumps: [
        {
          prefix: "",
          pump: " ",
        },
      ],
      suffix: ' "\n"\n"nan":"n"\n',
    },
    from: "node-addon-api",
  },
  {
    pattern: "[ -]SIZE(?:[ \\t]+(\\d+))?",
    flags: "im",
    grows: "linear",
    from: "nodemailer",
  },
  {
    pattern: "^\\d+[ -]",
    flags: "",
    grows: "linear",
    from: "nodemailer",
  },
  {
    pattern: "^-{1,2}[^-]+",
    flags: "",
    grows: "linear",
    from: "nopt",
  },
  {
    pattern: "<([^<>]+)>",
    flags: "",
    grows: "linear",
    from: "normalize-package-data",
  },
  {
    pattern: "\\(([^()]+)\\)",
    flags: "",
    grows: "linear",
    from: "normalize-package-data",
  },
  {
    pattern: "^([0-9]+)(,[0-9]+)*,?$",
    flags: "",
    grows: "linear",
    from: "numbers",
  },
  {
    pattern: "^(?:\\(|<|&lt;)?(.*?)(?:\\.|,|\\)|\\n|&gt;)?$",
    flags: "",
    grows: "linear",
    from: "nunjucks",
  },
  {
    pattern: "^\\s*|\\s*$",
    flags: "g",
    grows: "linear",
    from: "nunjucks",
  },
  {
    pattern: "^(Symbol\\(.*\\))_[^)]*$",
    flags: "",
    grows: "linear",
    from: "object-inspect",
  },
  {
    pattern: "^function\\s*([\\w$]+)",
    flags: "",
    grows: "linear",
    from: "object-inspect",
  },
  {
    pattern: "[?*+][?+]?|\\{(?:\\d+(?:,\\d*)?|,\\d+)\\}\\??",
    flags: "",
    grows: "linear",
    from: "oniguruma-parser",
  },
  {
    pattern: "^\\(\\?[-imx]+[:)]$",
    flags: "",
    grows: "linear",
    from: "oniguruma-parser",
  },
  {
    pattern: "^\\\\g(?:<[^>]+>|'[^']+')$",
    flags: "",
    grows: "linear",
    from: "oniguruma-parser",
  },
  {
    pattern: "^[A-Za-z_]\\w*$",
    flags: "",
    grows: "linear",
    from: "oniguruma-to-es",
  },
  {
    pattern: "[.*+?^${}()|[\\]\\\\]",
    flags: "g",
    grows: "linear",
    from: "papaparse",
  },
  {
    pattern: "^[=+\\-@\\t\\r].*$",
    flags: "",
    grows: "linear",
    from: "papaparse",
  },
  {
    pattern: "^\\s*-?(\\d+\\.?|\\.\\d+|\\d+\\.\\d+)([eE][-+]?\\d+)?\\s*$",
    flags: "",
    grows: "linear",
    from: "papaparse",
  },
  {
    pattern: "^[^ \\t\\n\\r\\u000c]+",
    flags: "",
    grows: "linear",
    from: "parse-srcset",
  },
  {
    pattern: "^(?:[^/]+/)*[^/]+$",
    flags: "",
    grows: "linear",
    from: "path",
  },
  {
    pattern: "^([a-zA-Z]:|[\\\\\\/]{2}[^\\\\\\/]+[\\\\\\/]+[^\\\\\\/]+)?([\\\\\\/])?([\\s\\S]*?)$",
    flags: "",
    grows: "linear",
    from: "path-is-absolute",
  },
  {
    pattern: "\\d+\\.\\d+\\.\\d+",
    flags: "",
    grows: "quadratic",
    attack: {
      pumps: [
        {
          prefix: "",
          pump: "0",
        },
      ],
      suffix: "0",
    },
    from: "pdf-parse",
  },
  {
    pattern: "\\bN\\s+(\\.?\\w+)\\s*;",
    flags: "",
    grows: "linear",
    from: "pdfkit",
  },
  {
    pattern: "\\bWX\\s+(\\d+)\\s*;",
    flags: "",
    grows: "linear",
    from: "pdfkit",
  },
  {
    pattern: "^(?:[a-zA-Z0-9+/]{4})*(?:[a-zA-Z0-9+/]{2}==|[a-zA-Z0-9+/]{3}=)?$",
    flags: "",
    grows: "linear",
    from: "pg",
  },
  {
    pattern: "([-*+?.^${}(|)[\\]])",
    flags: "g",
    grows: "linear",
    from: "picomatch",
  },
  {
    pattern: "^\\/\\*\\s*# sourceMappingURL=",
    flags: "",
    grows: "linear",
    from: "postcss",
  },
  {
    pattern: "([Z+-])(\\d{2})?:?(\\d{2})?:?(\\d{2})?",
    flags: "",
    grows: "linear",
    from: "postgres-date",
  },
  {
    pattern: "\"[^\"]*\"|'[^']*'",
    flags: "",
    grows: "linear",
    from: "prismjs",
  },
  {
    pattern: "^\\n(\\t*) *",
    flags: "",
    grows: "linear",
    from: "pug-lexer",
  },
  {
    pattern: "#(\\d+);",
    flags: "g",
    grows: "linear",
    from: "readline-sync",
  },
  {
    pattern: "[/\\\\]node_modules[/\\\\]*$",
    flags: "",
    grows: "linear",
    from: "resolve",
  },
  {
    pattern: "^(.+)\\n(=+)\\n",
    flags: "",
    grows: "linear",
    from: "setext",
  },
  {
    pattern: "^(?:[a-z]+-)*[a-z]+$",
    flags: "",
    grows: "linear",
    from: "slug",
  },
  {
    pattern: "^[a-z0-9]+(?:-[a-z0-9]+)*$",
    flags: "",
    grows: "linear",
    from: "slug",
  },
  {
    pattern: "^data:application\\/json[^,]+base64,",
    flags: "",
    grows: "linear",
    from: "source-map-support",
  },
  {
    pattern: "^[^\\x25]+",
    flags: "",
    grows: "linear",
    from: "sprintf-js",
  },
  {
    pattern: "^0+([1-9])",
    flags: "",
    grows: "linear",
    from: "ssf",
  },
  {
    pattern: "e[+-]\\d$",
    flags: "",
    grows: "linear",
    from: "ssf",
  },
  {
    pattern: "^([+-]?)(\\d+)(?:\\.(\\d+))?(?:[eE]([+-]?\\d+))?$",
    flags: "",
    grows: "linear",
    from: "stripe",
  },
  {
    pattern: "^([\\-\\+])?(0*)([0-9]*(\\.[0-9]*)?)$",
    flags: "",
    grows: "quadratic",
    attack: {
      pumps: [
        {
          prefix: "+",
          pump: "0",
        },
      ],
      suffix: "\u0000",
    },
    from: "strnum",
  },
  {
    pattern: "^(9\\.(0*[1-9]\\d*)\\.|\\d{2,}\\.)",
    flags: "",
    grows: "linear",
    from: "supports-color",
  },
  {
    pattern: "[-+]?(?:\\d*\\.\\d+|\\d+\\.?)(?:[eE][-+]?\\d+)?",
    flags: "g",
    grows: "linear",
    from: "svgo",
  },
  {
    pattern: "[-+]?(\\d*\\.\\d+|\\d+\\.?)(?:[eE][-+]?\\d+)?",
    flags: "g",
    grows: "linear",
    from: "svgo",
  },
  {
    pattern: "\\r\\n?|[\\n\\u2028\\u2029]|\\s*$",
    flags: "g",
    grows: "quadratic",
    attack: {
      pumps: [
        {
          prefix: "\t",
          pump: "\t",
        },
      ],
      suffix: "\u0000",
    },
    from: "terser",
  },
  {
    pattern: "([^/]+)+\\.js$",
    flags: "",
    grows: "exponential",
    attack: {
      pumps: [
        {
          prefix: ".",
          pump: "\u0000",
        },
      ],
      suffix: "j",
    },
    from: "textbook",
  },
  {
    pattern: "(\\d+)*$",
    flags: "",
    grows: "exponential",
    attack: {
      pumps: [
        {
          prefix: "0",
          pump: "0",
        },
      ],
      suffix: "\u0000",
    },
    from: "textbook",
  },
  {
    pattern: "(a|a)*b",
    flags: "",
    grows: "exponential",
    attack: {
      pumps: [
        {
          prefix: "a",
          pump: "a",
        },
      ],
      suffix: "\u0000b",
    },
    from: "textbook",
  },
  {
    pattern: "(x+x+)+y",
    flags: "",
    grows: "exponential",
    attack: {
      pumps: [
        {
          prefix: "x",
          pump: "xx",
        },
      ],
      suffix: "",
    },
    from: "textbook",
  },
  {
    pattern: "^(.*?)([.,:;]+)$",
    flags: "",
    grows: "quadratic",
    attack: {
      pumps: [
        {
          prefix: "",
          pump: ",",
        },
      ],
      suffix: "\u0000,",
    },
    from: "textbook",
  },
  {
    pattern: "^(?:.*,)*$",
    flags: "",
    grows: "exponential",
    attack: {
      pumps: [
        {
          prefix: "",
          pump: ",,",
        },
      ],
      suffix: "\n",
    },
    from: "textbook",
  },
  {
    pattern: "^(?:\\d+)+:(?:\\d+)+$",
    flags: "",
    grows: "exponential",
    attack: {
      pumps: [
        {
          prefix: "0:0",
          pump: "0",
        },
      ],
      suffix: ":",
    },
    from: "textbook",
  },
  {
    pattern: "^(\\w+\\s?)*$",
    flags: "",
    grows: "exponential",
    attack: {
      pumps: [
        {
          prefix: "0",
          pump: "0",
        },
      ],
      suffix: "\u0000",
    },
    from: "textbook",
  },
  {
    pattern: "^(a+)+$",
    flags: "",
    grows: "exponential",
    attack: {
      pumps: [
        {
          prefix: "a",
          pump: "a",
        },
      ],
      suffix: "\u0000",
    },
    from: "textbook",
  },
  {
    pattern: "^[+-]?0*",
    flags: "",
    grows: "linear",
    from: "toml",
  },
  {
    pattern: "[\\x20-\\x3A\\x3C-\\x7E]+",
    flags: "",
    grows: "linear",
    from: "tough-cookie",
  },
  {
    pattern: "\\s*\\/\\/.*$",
    flags: "gm",
    grows: "quadratic",
    attack: {
      pumps: [
        {
          prefix: "/",
          pump: "\t",
        },
      ],
      suffix: "\u0000//",
    },
    from: "tough-cookie",
  },
  {
    pattern: "^(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:[\\x00-\\x2F\\x3A-\\xFF][\\x00-\\xFF]*)?$",
    flags: "",
    grows: "linear",
    from: "tough-cookie",
  },
  {
    pattern: "^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[\\x00-\\xFF]*$",
    flags: "i",
    grows: "linear",
    from: "tough-cookie",
  },
  {
    pattern: "^\\s+|\\s+$",
    flags: "g",
    grows: "quadratic",
    attack: {
      pumps: [
        {
          prefix: "\u0000",
          pump: "\t",
        },
      ],
      suffix: "\t\u0000",
    },
    from: "trim",
  },
  {
    pattern: "\\.(tsx)$|((?:\\.d)?)((?:\\.[^./]+?)?)\\.([cm]?)ts$",
    flags: "i",
    grows: "linear",
    from: "tslib",
  },
  {
    pattern: "[ \\r\\n\\t]+",
    flags: "g",
    grows: "linear",
    from: "turndown",
  },
  {
    pattern: "[\\t\\r\\n\\s]+$",
    flags: "",
    grows: "quadratic",
    attack: {
      pumps: [
        {
          prefix: "",
          pump: "\t",
        },
      ],
      suffix: "\u0000\t",
    },
    from: "turndown",
  },
  {
    pattern: "^`|^ .*?[^ ].* $|`$",
    flags: "",
    grows: "quadratic",
    attack: {
      pumps: [
        {
          prefix: " ",
          pump: "`",
        },
      ],
      suffix: "`\u0000",
    },
    from: "turndown",
  },
  {
    pattern: "\\/([gimuy]*)$",
    flags: "",
    grows: "linear",
    from: "uglify-js",
  },
  {
    pattern: "\\r\\n?|\\u2028|\\u2029|(^|\\S)\\s*$",
    flags: "g",
    grows: "linear",
    from: "uglify-js",
  },
  {
    pattern: "(([A-Z0-9])([A-Z0-9][a-z]))|(([a-z0-9]+)([A-Z]))",
    flags: "g",
    grows: "quadratic",
    attack: {
      pumps: [
        {
          prefix: "",
          pump: "0",
        },
      ],
      suffix: "",
    },
    from: "uhyphen",
  },
  {
    pattern: "(\\u0020+)$",
    flags: "u",
    grows: "quadratic",
    attack: {
      pumps: [
        {
          prefix: "",
          pump: " ",
        },
      ],
      suffix: "\u0000 ",
    },
    from: "undici",
  },
  {
    pattern: "^[\\u0009\\u0020-\\u007E\\u0080-\\u00FF]+$",
    flags: "u",
    grows: "linear",
    from: "undici",
  },
  {
    pattern: "^([ \\t]+)[^\\s]",
    flags: "m",
    grows: "linear",
    from: "update-browserslist-db",
  },
  {
    pattern: "integrity .+",
    flags: "",
    grows: "linear",
    from: "update-browserslist-db",
  },
  {
    pattern: 'version "(.*?)"',
    flags: "",
    grows: "linear",
    from: "update-browserslist-db",
  },
  {
    pattern: 'version "[^"]+"',
    flags: "",
    grows: "linear",
    from: "update-browserslist-db",
  },
  {
    pattern: "^(.*) \\(\\d+:\\d+\\)$",
    flags: "",
    grows: "linear",
    from: "vm2",
  },
  {
    pattern: "\\/\\*[\\s]*--[\\s]*>*",
    flags: "gm",
    grows: "linear",
    from: "web-resource-inliner",
  },
  {
    pattern: "^[0-9]+$",
    flags: "u",
    grows: "linear",
    from: "whatwg-url",
  },
  {
    pattern: "(\\S+\\s+)",
    flags: "",
    grows: "quadratic",
    attack: {
      pumps: [
        {
          prefix: "",
          pump: "\u0000",
        },
      ],
      suffix: "",
    },
    from: "wordwrap",
  },
  {
    pattern: "^[\\n\\t ,[\\]{}#&*!|>'\"%@`]|^[?-]$|^[?-][ \\t]|[\\n:][ \\t]|[ \\t]\\n|[\\n\\t ]#|[\\n\\t :]$",
    flags: "",
    grows: "linear",
    from: "yaml",
  },
  {
    pattern: "^[-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(e[-+]?\\d+)?$",
    flags: "",
    grows: "linear",
    from: "yargs-parser",
  },
];
