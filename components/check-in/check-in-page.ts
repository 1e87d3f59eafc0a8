import type { Standing } from '@/lib/attendance/rules'
import type { Locale } from '@/lib/text/locale'
import { formatInstant, formatTime } from '@/lib/text/format'
import { html, type Markup } from './markup'
import { plainPage } from './plain-page'

export type CheckInWords = (key: string, values?: Record<string, string | number>) => string

export type SeenAs = { title: string; place: string; startsAt: Date; checksOut?: boolean }

/** What stands on the page, from what is known of the visitor. */
export type CheckInView =
  | { step: 'code'; problem: { title: string; text: string } | null }
  | { step: 'sign-in'; activity: SeenAs; seenAt: Date; until: Date; signInHref: string }
  | {
      step: 'choose'
      activity: SeenAs
      name: string
      standings: Standing[]
      recordedAt: Date | null
      problem: string | null
    }
  | {
      step: 'confirm'
      purpose: 'CHECK_OUT' | 'SPOT_CHECK'
      activity: SeenAs
      name: string
      doneAt: Date | null
      problem: string | null
    }

type Confirming = Extract<CheckInView, { step: 'confirm' }>

type Frame = { t: CheckInWords; locale: Locale; nonce: string; path: string }

/** The whole page: no script, one answer, far below 14 kB. */
export function checkInPage(view: CheckInView, frame: Frame): string {
  const { t, locale, nonce } = frame
  const footer = html`<p>${t('refused.foot')}</p>
    <p><a href="/portal">${t('home')}</a> · ${t('footer')}</p>`
  return plainPage({ title: t('title'), locale, nonce, body: bodyOf(view, frame), footer })
}

function bodyOf(view: CheckInView, frame: Frame): Markup {
  if (view.step === 'code') return codeForm(view, frame)
  if (view.step === 'sign-in') return signIn(view, frame)
  if (view.step === 'confirm') return confirm(view, frame)
  const done = view.standings.filter((standing) => standing.checkedInAt)
  if (done.length > 0 || view.recordedAt) return doneFor(view, done, frame)
  return html`<h1>${frame.t('choose.title')}</h1>
    ${facts(view.activity, frame)}${chooseForm(view, view.standings, frame)}`
}

function codeForm({ problem }: Extract<CheckInView, { step: 'code' }>, { t, path }: Frame): Markup {
  return html`<h1>${t('code.title')}</h1>
    ${problem && html`<div class="bad" role="alert"><strong>${problem.title}</strong><br />${problem.text}</div>`}
    <p>${t('code.text')}</p>
    <form method="post" action="${path}">
      <label class="field"
        >${t('code.label')}<small>${t('code.hint')}</small
        ><input type="text" name="typed" required maxlength="20" autocomplete="off" autocapitalize="characters"
      /></label>
      <button>${t('code.submit')}</button>
    </form>`
}

const facts = (activity: SeenAs, { t, locale }: Frame): Markup =>
  html`<dl>
    <dd>${activity.title}</dd>
    <dt>${t('when')}</dt>
    <dd>${formatInstant(locale, activity.startsAt)}</dd>
    <dt>${t('where')}</dt>
    <dd>${activity.place}</dd>
  </dl>`

function signIn(view: Extract<CheckInView, { step: 'sign-in' }>, frame: Frame): Markup {
  const { t } = frame
  const [time, until] = [formatTime(view.seenAt), formatTime(view.until)]
  return html`<h1>${t('signIn.title')}</h1>
    ${facts(view.activity, frame)}
    <p class="good">${t('signIn.seen', { time, until })}</p>
    <a class="button" href="${view.signInHref}">${t('signIn.submit')}</a>
    <p>${t('signIn.none')}</p>`
}

/** Leaving, or answering in the middle: one press, and nothing to choose. Whoever left too early may leave again. */
function confirm({ purpose, activity, name, doneAt, problem }: Confirming, frame: Frame): Markup {
  const { t, locale, path } = frame
  const words = purpose === 'CHECK_OUT' ? 'leave' : 'spot'
  const isDone = doneAt !== null
  const canPress = !isDone || purpose === 'CHECK_OUT'
  return html`<h1>${t(isDone ? `${words}.done` : `${words}.title`)}</h1>
    ${facts(activity, frame)} ${problem && html`<div class="bad" role="alert">${problem}</div>`}
    <dl>
      <dt>${t('name')}</dt>
      <dd>${name}</dd>
      ${
        doneAt &&
        html`<dt>${t(`${words}.at`)}</dt>
          <dd>${formatInstant(locale, doneAt)}</dd>`
      }
    </dl>
    ${isDone && html`<p class="good">${t(`${words}.next`)}</p>`}
    ${purpose === 'CHECK_OUT' && html`<p>${t('leave.note')}</p>`}
    ${
      canPress &&
      html`<form method="post" action="${path}">
        <button ${isDone && html`class="quiet"`}>${t(isDone ? 'leave.again' : `${words}.submit`)}</button>
      </form>`
    }`
}

type Choosing = Extract<CheckInView, { step: 'choose' }>

function noteOf(standing: Standing, { t }: Frame): string {
  if (!standing.mandateKind) return t('choose.noMandate')
  if (standing.registrationState === 'PLACED') return t('choose.registered')
  if (standing.registrationState === 'WAITING') return t('choose.waiting')
  if (standing.registrationState === 'ON_LEAVE') return t('choose.onLeave')
  return standing.isInAudience ? t('choose.walkIn') : t('choose.outside')
}

function chooseForm({ name, problem }: Choosing, standings: Standing[], frame: Frame): Markup {
  const { t, path } = frame
  const only = standings.length === 1 ? (standings[0] ?? null) : null
  return html`${problem && html`<div class="bad" role="alert">${problem}</div>`}
    <form method="post" action="${path}">
      <dl>
        <dt>${t('name')}</dt>
        <dd>${name}</dd>
        ${
          only &&
          html`<dt>${t('choose.one')}</dt>
            <dd>${only.enterprise}<small>${noteOf(only, frame)}</small></dd>`
        }
      </dl>
      ${only && html`<input type="hidden" name="enterprise" value="${only.enterpriseId}" />`}
      ${standings.length === 0 && html`<p>${t('choose.nobody')}</p>`}
      ${
        !only &&
        standings.length > 0 &&
        html`<fieldset>
          <legend>${t('choose.several')}</legend>
          ${standings.map((one) => choice(one, frame))}
        </fieldset>`
      }
      <button>${t('choose.submit')}</button>
    </form>`
}

const choice = (standing: Standing, frame: Frame): Markup =>
  html`<label
    ><input
      type="checkbox"
      name="enterprise"
      value="${standing.enterpriseId}"
      ${standing.registrationId ? html` checked` : null}
    /><span>${standing.enterprise}<small>${noteOf(standing, frame)}</small></span></label
  >`

function doneFor(view: Choosing, done: Standing[], frame: Frame): Markup {
  const { t, locale } = frame
  const rest = view.standings.filter((standing) => !standing.checkedInAt)
  const at = view.recordedAt ?? done[0]?.checkedInAt ?? null
  return html`<h1>${t('done.title')}</h1>
    ${facts(view.activity, frame)}
    <dl>
      <dt>${t('name')}</dt>
      <dd>${view.name}</dd>
      ${
        at &&
        html`<dt>${t('done.at')}</dt>
          <dd>${formatInstant(locale, at)}</dd>`
      }
      ${done.map(
        (one) =>
          html`<dt>${t('enterprise')}</dt>
            <dd>${one.enterprise}<small>${one.mandateKind ? t('done.counts') : t('done.recorded')}</small></dd>`,
      )}
    </dl>
    ${done.some((one) => !one.mandateKind) && html`<p>${t('done.why')}</p>`}
    ${view.recordedAt && html`<p>${t('done.whyNobody')}</p>`}
    <p class="good">${t('done.next')}</p>
    ${view.activity.checksOut === true && html`<p>${t('done.checkOut')}</p>`}
    ${
      rest.length > 0 &&
      html`<h2>${t('choose.more')}</h2>
        ${chooseForm(view, rest, frame)}`
    }`
}
