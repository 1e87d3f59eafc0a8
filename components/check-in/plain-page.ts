import type { Locale } from '@/lib/text/locale'
import { html, type Markup } from './markup'

const style = `*{box-sizing:border-box}body{margin:0;background:#f5f7fa;color:#1a2433;font:16px/1.75 "PingFang SC","HarmonyOS Sans SC",MiSans,"Microsoft YaHei","Noto Sans CJK SC",sans-serif}main{max-width:30rem;margin:0 auto;padding:24px 16px}h1{font-size:24px;line-height:1.4;margin:0 0 12px}h2{font-size:18px;margin:24px 0 8px}p{margin:0 0 12px}dl{margin:0 0 16px;padding:12px 16px;border:1px solid #d5dbe3;border-radius:8px;background:#fff}dt{color:#55606f;font-size:14px}dd{margin:0 0 8px;font-weight:700}label{display:flex;gap:12px;align-items:center;min-height:48px;padding:8px 0}label.field{display:block;font-weight:700}input[type=text]{width:100%;min-height:52px;margin-top:4px;padding:0 12px;border:1px solid #7c8797;border-radius:6px;background:#fff;color:inherit;font:700 24px/1 monospace;letter-spacing:.2em;text-transform:uppercase}select{width:100%;min-height:52px;margin-top:4px;padding:0 12px;border:1px solid #7c8797;border-radius:6px;background:#fff;color:inherit;font:inherit}input.words{font:inherit;letter-spacing:0;text-transform:none}button.quiet{border:1px solid #7c8797;background:transparent;color:#0b57a4}section{margin:0 0 24px;padding:4px 16px 0;border:1px solid #d5dbe3;border-radius:8px;background:#fff}section h2{margin:12px 0 4px}details{border-top:1px solid #d5dbe3}summary{display:flex;align-items:center;min-height:52px;color:#0b57a4;font-weight:700;cursor:pointer}input[type=checkbox]{width:24px;height:24px}small{display:block;color:#55606f;font-size:14px;font-weight:400}button,a.button{display:block;width:100%;min-height:52px;margin:16px 0;padding:12px;border:0;border-radius:6px;background:#0b57a4;color:#fff;font:inherit;font-size:18px;font-weight:700;text-align:center;text-decoration:none}a{color:#0b57a4}.bad{padding:12px 16px;border-left:4px solid #b8232a;background:#fdecec}.good{padding:12px 16px;border-left:4px solid #1a7346;background:#e8f5ee}footer{margin-top:32px;color:#55606f;font-size:14px}:focus-visible{outline:3px solid #0b57a4;outline-offset:2px}@media(prefers-color-scheme:dark){body{background:#0f1722;color:#e6ebf2}dl,input[type=text],select,section{background:#182231;border-color:#3a4759}details{border-color:#3a4759}summary,button.quiet{color:#6eb1ff}dt,small,footer{color:#a7b2c1}a{color:#6eb1ff}.bad{background:#3a1a1d}.good{background:#12301f}}`

type Parts = { title: string; locale: Locale; nonce: string; body: Markup; footer: Markup }

/** A page for phones that is one answer: no script, its style inside, far below 14 kB. */
export const plainPage = ({ title, locale, nonce, body, footer }: Parts): string =>
  `<!doctype html>${
    html`<html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style nonce="${nonce}">
          ${{ markup: style }}
        </style>
      </head>
      <body>
        <main>
          ${body}
          <footer>${footer}</footer>
        </main>
      </body>
    </html>`.markup
  }`
