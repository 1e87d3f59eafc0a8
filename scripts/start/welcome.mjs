import { demoAccounts, demoPassword } from './demo-accounts.mjs'
import { say } from './say.mjs'

/** The last words of a start: where the portal is, and who can sign in. */
export function sayWelcome({ settings, deployment, link, seconds }) {
  say(`\n  ${settings.publicUrl}   (ready after ${seconds.toFixed(1)} s, Ctrl-C stops it)\n`)
  if (deployment.isDemo) sayAccounts(deployment)
  if (link) sayInvitation(link)
}

function sayAccounts({ anchorOn }) {
  say(`  A demo city around ${anchorOn}. All accounts have the password ${demoPassword}\n`)
  for (const [account, who] of demoAccounts) say(`    ${account.padEnd(22)} ${who}`)
  say('')
}

function sayInvitation(link) {
  say('  Nobody can sign in yet. Whoever opens this link first becomes the administrator (once, within three days):\n')
  say(`    ${link}\n`)
}
