/** Markdown as a terminal shows it: the elements that rule documentation uses, wrapped to the width. */
import { type Token, type Tokens, lexer } from "marked";
import stringWidth from "string-width";
import { type Colours, wrap } from "./terminal.js";

export interface MarkdownStyle {
  readonly colours: Colours;
  /** Width in cells that text is wrapped to; code and tables are left as they are. */
  readonly columns: number;
}

/** Renders Markdown; elements without a form here are shown as they are written. */
export function markdownForTerminal(markdown: string, style: MarkdownStyle): string {
  return blocks(lexer(markdown), "", style);
}

function blocks(tokens: readonly Token[], indent: string, style: MarkdownStyle): string {
  return tokens
    .filter(({ type }) => type !== "space")
    .map((token) => block(token, indent, style))
    .join("\n\n");
}

type MarkdownBlock =
  Tokens.Heading | Tokens.Code | Tokens.List | Tokens.Table | Tokens.Blockquote | Tokens.Paragraph | Tokens.Text;

function block(token: Token, indent: string, style: MarkdownStyle): string {
  const { bold, cyan } = style.colours;
  const element = token as MarkdownBlock;
  switch (element.type) {
    case "heading":
      return bold(wrap(inline(element.tokens, style), indent, style.columns));
    case "code":
      return element.text
        .split("\n")
        .map((line) => `${indent}  ${cyan(line)}`.trimEnd())
        .join("\n");
    case "list":
      return list(element, indent, style);
    case "table":
      return table(element, indent, style);
    case "blockquote":
      return blocks(element.tokens, `${indent}│ `, style);
    case "paragraph":
    case "text":
      return wrap(inline(element.tokens ?? [], style).replaceAll("\n", " "), indent, style.columns);
    default:
      return wrap(token.raw.trim(), indent, style.columns);
  }
}

function list({ items, ordered, start, loose }: Tokens.List, indent: string, style: MarkdownStyle): string {
  const first = start === "" ? 1 : start;
  return items
    .map((item, index) => {
      const bullet = ordered ? `${String(first + index)}. ` : "• ";
      const body = blocks(item.tokens, indent + " ".repeat(bullet.length), style);
      return `${indent}${bullet}${body.slice(indent.length + bullet.length)}`;
    })
    .join(loose ? "\n\n" : "\n");
}

function table({ header, rows, align }: Tokens.Table, indent: string, style: MarkdownStyle): string {
  const cells = [header, ...rows].map((row) => row.map(({ tokens }) => inline(tokens, style)));
  const widths = header.map((_, column) => Math.max(...cells.map((row) => stringWidth(row[column] ?? ""))));
  const lines = cells.map((row) => {
    const padded = row.map((cell, column) => {
      const padding = " ".repeat((widths[column] ?? 0) - stringWidth(cell));
      return align[column] === "right" ? padding + cell : cell + padding;
    });
    return `${indent}${padded.join("  ")}`.trimEnd();
  });
  const rule = `${indent}${widths.map((width) => "─".repeat(width)).join("  ")}`;
  return [lines[0] ?? "", rule, ...lines.slice(1)].join("\n");
}

type MarkdownInline = Tokens.Codespan | Tokens.Strong | Tokens.Em | Tokens.Link | Tokens.Text | Tokens.Escape;

function inline(tokens: readonly Token[], style: MarkdownStyle): string {
  const { bold, italic, cyan, isColorSupported } = style.colours;
  return tokens
    .map((token) => {
      const element = token as MarkdownInline;
      switch (element.type) {
        case "codespan":
          // Without colours the marks are what tells code from words.
          return isColorSupported ? cyan(element.text) : `\`${element.text}\``;
        case "strong":
          return bold(inline(element.tokens, style));
        case "em":
          return italic(inline(element.tokens, style));
        case "link": {
          const text = inline(element.tokens, style);
          return text === element.href ? text : `${text} (${element.href})`;
        }
        case "text":
        case "escape":
          return element.type === "text" && element.tokens ? inline(element.tokens, style) : element.text;
        default:
          return token.raw;
      }
    })
    .join("");
}
