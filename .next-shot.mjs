// usage: node shot.mjs email path name [w] [theme] [locale]
import { chromium } from '@playwright/test'
import { encode } from 'next-auth/jwt'
import pg from 'pg'
const origin = 'http://127.0.0.1:' + (process.env.P ?? 4180)
const c = new pg.Client('postgresql://postgres@127.0.0.1:55432/guild_dev'); await c.connect()
const jobs = JSON.parse(process.argv[2])
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
for (const { as, path, name, w = 1366, h = 768, theme = 'light', locale = 'zh-CN', full = true, steps } of jobs) {
  const ctx = await b.newContext({ viewport: { width: w, height: h }, hasTouch: w < 500, isMobile: w < 500, deviceScaleFactor: 1 })
  if (as) {
    const { rows } = await c.query(`insert into sessions (id,user_id,created_at,last_seen_at,expires_at) select gen_random_uuid(), id, now(), now(), now()+interval '1 day' from users where email=$1 returning id`, [as])
    const token = await encode({ token: { sid: rows[0].id }, secret: 'a-secret-of-the-tests-that-is-long-enough' })
    await ctx.addCookies([{ name: 'session', value: token, url: origin }])
  }
  await ctx.addCookies([{ name: 'theme', value: theme, url: origin }, { name: 'locale', value: locale, url: origin }])
  const p = await ctx.newPage()
  p.on('console', (m) => m.type() === 'error' && console.log(name, 'console', m.text().slice(0, 300)))
  p.on('pageerror', (e) => console.log(name, 'pageerror', e.message.slice(0, 300)))
  const r = await p.goto(origin + path, { waitUntil: 'load', timeout: 120000 }); await p.waitForTimeout(700)
  if (steps) for (const s of steps) { if (s.click) await p.locator(s.click).first().click(); if (s.fill) await p.locator(s.fill).first().fill(s.value); if (s.select) await p.locator(s.select).first().selectOption(s.value); await p.waitForTimeout(s.wait ?? 400) }
  const sw = await p.evaluate(() => document.documentElement.scrollWidth)
  console.log(name, r.status(), p.url(), 'scrollWidth', sw, 'of', w)
  await p.screenshot({ path: `/tmp/guild/${name}.png`, fullPage: full })
  await ctx.close()
}
await b.close(); await c.end()
