import { type signIn as source } from '../zh-CN/sign-in'

export const signIn = {
  title: 'Sign in',
  lead: 'Register for activities, check in, see your participation, or run the alliances you are responsible for',
  account: 'Account',
  accountHint: 'Mail address or mobile number',
  password: 'Password',
  submit: 'Sign in',
  forgotten: 'Forgotten your password?',
  invitedOnly:
    'Accounts are opened by the administrator of your organisation. Ask them if you have not received a link',
  notice: {
    reset: 'Your password has been changed. Sign in with the new one',
    signedOut: 'You have signed out',
    failed: 'The account or the password is not right. Check both and try again',
    codeRequired: 'This account uses one-time codes; sign in on this page',
    contact: 'The new mail address is confirmed; sign in with it from now on',
    tooMany: 'Too many attempts. Try again later',
  },
  name: 'Name',
  passwords: {
    current: 'Present password',
    new: 'New password',
    newHint: 'At least {length} characters. A sentence you remember is safer than a short, complicated word',
    repeat: 'New password once more',
    change: 'Change password',
  },
  activate: {
    title: 'Open your account',
    lead: 'Welcome, {name}. Choose a password for the account {account}; you will be signed in at once',
    firstTitle: 'The first administrator',
    firstLead:
      'The portal has no administrator yet. Enter the municipal administrator of accounts, who then opens all other accounts',
    submit: 'Open the account and sign in',
  },
  reset: {
    title: 'A new password',
    lead: 'Enter the mail address you sign in with. We will send you a link that works for one hour. If you sign in with a mobile number, ask your administrator',
    leadWithoutMail:
      'This portal sends no mail. Ask the administrator of your organisation for a link to set a new password',
    account: 'Mail address',
    ask: 'Send the link',
    asked:
      'If the account exists, a link is on its way. Open it within one hour. If nothing arrives, look into the spam folder or ask your administrator',
    back: 'Back to signing in',
    newTitle: 'Set a new password',
    newLead: 'Hello, {name}. Setting a new password signs you out everywhere else',
    submit: 'Save the new password',
  },
  spentLink: {
    title: 'This link no longer works',
    text: 'It has been used, has expired, or was not copied completely. Ask whoever sent it for a new one',
    reset: 'New password',
    signIn: 'Sign in',
  },
  refusals: {
    SIGN_IN_FAILED:
      'The account or the password is not right. Check both and try again. If you have forgotten your password, ask for a new one',
    TOO_MANY_ATTEMPTS: 'Too many attempts. Try again in {minutes, plural, one {# minute} other {# minutes}}',
    LINK_NOT_VALID: 'This link has been used, has expired or is incomplete. Ask whoever sent it for a new one',
  },
} satisfies typeof source
