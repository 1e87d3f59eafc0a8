import { html, type Markup } from '@/components/check-in/markup'
import { plainPage } from '@/components/check-in/plain-page'
import type { AnsweredActivity, AnswerPlace, AnswerView, Represented } from '@/lib/invitations/answer-queries'
import { choicesOf, type Choices } from '@/lib/invitations/rules'
import { isChangeable, registrationWindow } from '@/lib/places/rules'
import { formatInstant, formatRange } from '@/lib/text/format'
import type { Locale } from '@/lib/text/locale'

export type AnswerWords = (key: string, values?: Record<string, string | number>) => string

type Frame = { t: AnswerWords; locale: Locale; nonce: string; path: string; at: Date }

/** A refusal of the last answer, beside the enterprise that it was for. */
export type AnswerProblem = { enterpriseId: string; text: string; reason: string } | null

/** The page of a link: shows what stands, and asks. Opening it changes nothing, for mail scanners open links too. */
export const answerPage = (view: AnswerView, problem: AnswerProblem, frame: Frame): string =>
  page(
    html`<h1>${frame.t('title')}</h1>
      <p>${frame.t('greeting', { name: view.person.name })}</p>
      ${facts(view.activity, frame)}${bodyOf(view, problem, frame)}`,
    frame,
  )

/** For a link that answers nothing, and for an answer that came from elsewhere. */
export const noAnswerPage = (what: 'unknownText' | 'origin', frame: Frame): string =>
  page(
    html`<h1>${frame.t('unknown')}</h1>
      <p class="bad" role="alert">${frame.t(what)}</p>`,
    frame,
  )

function page(body: Markup, { t, locale, nonce }: Frame): string {
  const footer = html`<p><a href="/portal">${t('portal')}</a> · ${t('footer')}</p>`
  return plainPage({ title: t('title'), locale, nonce, body, footer })
}

const facts = (activity: AnsweredActivity, { t, locale }: Frame): Markup =>
  html`<dl>
    <dd>${activity.title}</dd>
    <dt>${t('when')}</dt>
    <dd>${formatRange(locale, activity.startsAt, activity.endsAt)}</dd>
    <dt>${t('where')}</dt>
    <dd>${activity.place}${activity.mode !== 'ON_SITE' && html`<small>${t('online')}</small>`}</dd>
    <dt>${t('until')}</dt>
    <dd>${formatInstant(locale, activity.registrationClosesAt ?? activity.startsAt)}</dd>
  </dl>`

function bodyOf(view: AnswerView, problem: AnswerProblem, frame: Frame): Markup {
  const { activity, represented } = view
  const { t, at } = frame
  if (activity.state === 'CANCELLED') return html`<p class="bad">${t('shut.CANCELLED')}</p>`
  if (!isChangeable(activity, at)) return html`<p class="bad">${t('shut.OVER')}</p>`
  if (represented.length === 0) return html`<p class="bad">${t('noneRepresented')}</p>`
  return html`${notYet(activity, frame)}
    ${represented.map((one) => enterprise(one, view, problem?.enterpriseId === one.id ? problem : null, frame))}
    <p><small>${t('counts')}</small></p>`
}

function notYet(activity: AnsweredActivity, { t, locale, at }: Frame): Markup | null {
  const { registrationOpensAt } = activity
  if (!registrationOpensAt || registrationWindow(activity, at) !== 'NOT_YET') return null
  return html`<p>${t('shut.NOT_YET', { at: formatInstant(locale, registrationOpensAt) })}</p>`
}

function enterprise(one: Represented, view: AnswerView, problem: AnswerProblem, frame: Frame): Markup {
  const { t, at } = frame
  const choices = choicesOf(one.places, view.person.id)
  const isOpen = registrationWindow(view.activity, at) === 'OPEN'
  const standing = standingOf(one.places, frame)
  return html`<section>
    <h2>${one.name}</h2>
    ${problem && html`<p class="bad" role="alert">${problem.text}</p>`}
    ${standing.length === 0 ? html`<p>${t('nobody')}</p>` : html`<p class="good">${lines(standing)}</p>`}
    ${standing.length > 0 && html`<p><small>${t('saved')}</small></p>`}
    ${choices.canAttend && (isOpen || choices.unnamed) && attendForm(one, frame)}
    ${(isOpen || choices.own || choices.unnamed) && sendForm(one, frame)}
    ${choices.leave && leaveForm(one, choices.leave, problem, frame)}
  </section>`
}

const lines = (texts: string[]): Markup =>
  html`${texts.map((text, index) => html`${index > 0 && html`<br />`}${text}`)}`

function standingOf(places: AnswerPlace[], { t, locale }: Frame): string[] {
  const named = places.flatMap(({ name, state, offeredUntil }) => {
    if (name === null) return []
    return [
      offeredUntil ? t('offered', { name, at: formatInstant(locale, offeredUntil) }) : t(`going.${state}`, { name }),
    ]
  })
  const unnamed = (['PLACED', 'WAITING'] as const).flatMap((state) => {
    const count = places.filter((place) => place.name === null && place.state === state).length
    return count > 0 ? [t(`unnamed.${state}`, { count })] : []
  })
  const isExcused = places.some((place) => place.name === null && place.state === 'ON_LEAVE')
  return [...(isExcused ? [t('onLeave')] : []), ...named, ...unnamed]
}

const form = (one: Represented, answer: string, fields: Markup, { path }: Frame): Markup =>
  html`<form method="post" action="${path}">
    <input type="hidden" name="enterpriseId" value="${one.id}" /><input type="hidden" name="answer" value="${answer}" />
    ${fields}
  </form>`

const attendForm = (one: Represented, frame: Frame): Markup =>
  form(one, 'ATTEND', html`<button>${frame.t('attend')}</button>`, frame)

function sendForm(one: Represented, frame: Frame): Markup {
  const { t } = frame
  const going = one.places.filter(({ state }) => state !== 'ON_LEAVE').map(({ userId }) => userId)
  const people = one.people.filter(({ id }) => !going.includes(id))
  const fields = html`<label class="field"
      >${t('person')}<select name="userId" required>
        <option value="">${t('choose')}</option>
        ${people.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}
      </select></label
    ><button class="quiet">${t('sendSubmit')}</button>`
  return html`<details>
    <summary>${t('send')}</summary>
    ${
      people.length === 0
        ? html`<p>${t('nobodyElse')}</p>`
        : html`<p>${t('sendNote')}</p>
            ${form(one, 'SEND', fields, frame)}`
    }
  </details>`
}

function leaveForm(
  one: Represented,
  leave: NonNullable<Choices['leave']>,
  problem: AnswerProblem,
  frame: Frame,
): Markup {
  const { t } = frame
  const fields = html`<label class="field"
      >${t('reason')}<input
        type="text"
        class="words"
        name="reason"
        value="${problem?.reason ?? ''}"
        required
        minlength="2"
        maxlength="200" /></label
    ><button class="quiet">${t(`leave.${leave}`)}</button>`
  return html`<details ${problem?.reason ? html` open` : null}>
    <summary>${t(`leave.${leave}`)}</summary>
    <p>${t('leaveNote')}</p>
    ${form(one, 'LEAVE', fields, frame)}
  </details>`
}
