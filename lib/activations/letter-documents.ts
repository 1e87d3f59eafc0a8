import path from 'node:path'
import { createElement as h, type ReactElement } from 'react'
import { Document, Font, Page, Path, renderToBuffer, StyleSheet, Svg, Text, View } from '@react-pdf/renderer'
import { createTranslator } from 'next-intl'
import { encode } from 'uqr'
import { fromDate, type Day } from '@/lib/core/clock'
import { messagesOf } from '@/lib/text/messages'

/** Letters go to enterprises of this city, whatever language whoever prints them reads. */
const t = createTranslator({ locale: 'zh-CN', messages: messagesOf('zh-CN'), namespace: 'activations.letter' })

export type Letter = {
  /** In the order of the pile: what is sorted by jurisdiction is sent so. */
  number: number
  jurisdiction: string
  enterprise: string
  /** Null where whoever prints does not read it. */
  creditCode: string | null
  /** As it is printed. */
  code: string
}

/** What all letters of a pile say. */
export type Pile = {
  /** Whose name stands in red over the letter and under it. */
  office: string
  contact: string | null
  /** Where an enterprise claims its account. */
  address: string
  lastDay: Day
  today: Day
}

/** The family that Chinese documents are printed in. */
export const family = 'Noto Sans SC'

// By its place in the project, which is where all of its programs run: a bundler that follows a `require.resolve` takes
// fonts for modules.
const fontFile = (style: string) =>
  path.resolve('node_modules/@expo-google-fonts/noto-sans-sc', style, `NotoSansSC_${style}.ttf`)

const weights = [400, 700] as const

Font.register({
  family,
  fonts: [
    { src: fontFile('400Regular'), fontWeight: 400 },
    { src: fontFile('700Bold'), fontWeight: 700 },
  ],
})

/** Chinese may be broken between any two characters, but a mark that closes stays with the one before, one that opens with the next. */
const unbroken = /[（《“「【]*(?:[A-Za-z0-9]+[:/.#?=&_-]*|.)[，。、；：！？）》”」】]*/gsu

// Each piece is followed by an empty one: where a line ends, no hyphen is written.
Font.registerHyphenationCallback((word) => (word.match(unbroken) ?? [word]).flatMap((piece) => [piece, '']))

/** The characters of a text that the font has no shape for: printed, they would be empty boxes. */
export async function unprintable(text: string): Promise<string> {
  const fonts = await Promise.all(
    weights.map(async (fontWeight) => {
      const asked = { fontFamily: family, fontWeight }
      await Font.load(asked)
      return Font.getFont(asked)?.data
    }),
  )
  const has = (character: string) =>
    fonts.every(
      (font) => font && 'hasGlyphForCodePoint' in font && font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
    )
  return [...new Set(text)].filter((character) => !has(character)).join('')
}

const red = '#c8102e'

const styles = StyleSheet.create({
  page: {
    fontFamily: family,
    fontSize: 12,
    lineHeight: 1.75,
    paddingTop: 58,
    paddingBottom: 44,
    paddingHorizontal: 76,
  },
  office: { color: red, fontSize: 30, fontWeight: 700, letterSpacing: 4, textAlign: 'center', lineHeight: 1.3 },
  rule: { borderBottomWidth: 2, borderBottomColor: red, marginTop: 12, marginBottom: 24 },
  subject: { fontSize: 17, fontWeight: 700, textAlign: 'center', lineHeight: 1.5, marginBottom: 22 },
  addressee: { marginBottom: 4 },
  paragraph: { textIndent: 24, textAlign: 'justify' },
  box: { flexDirection: 'row', borderWidth: 1, borderColor: '#333333', marginVertical: 12, padding: 14, gap: 14 },
  facts: { flex: 1, gap: 2 },
  fact: { flexDirection: 'row' },
  label: { width: 104, color: '#444444' },
  value: { flex: 1 },
  code: { fontSize: 19, fontWeight: 700, letterSpacing: 1, lineHeight: 1.5 },
  address: { fontSize: 10.5 },
  matrix: { width: 112, height: 112 },
  signature: { marginTop: 18, alignItems: 'flex-end' },
  foot: { position: 'absolute', bottom: 28, left: 76, right: 76, fontSize: 8, color: '#555555', textAlign: 'right' },
})

/** The address that the code's picture opens. The code is behind the #: no browser sends that to a server. */
export const claimAddress = (address: string, { creditCode, code }: Pick<Letter, 'creditCode' | 'code'>): string =>
  `${address}${creditCode ? `?c=${creditCode}` : ''}#${code}`

/** A text as a picture that telephones read. */
export function matrix(text: string): ReactElement {
  const { size, data } = encode(text, { ecc: 'M', border: 0 })
  // Dark modules beside each other are one piece: half as much to draw, two thousand times.
  const dark = (row: boolean[]) => row.map((isDark) => (isDark ? '#' : ' ')).join('')
  const pieces = data.flatMap((row, y) =>
    [...dark(row).matchAll(/#+/g)].map(({ index, 0: run }) => ({ y, index, run })),
  )
  const path = pieces.map(({ y, index, run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`).join('')
  return h(Svg, { viewBox: `0 0 ${size} ${size}`, style: styles.matrix }, h(Path, { d: path, fill: '#000000' }))
}

const fact = (label: string, value: string, style: { fontSize?: number } = {}) =>
  h(
    View,
    { style: styles.fact },
    h(Text, { style: styles.label }, label),
    h(Text, { style: [styles.value, style] }, value),
  )

const paragraph = (text: string) => h(Text, { key: text, style: styles.paragraph }, text)

function writtenDay(day: Day): string {
  const date = new Date(`${day}T00:00:00Z`)
  const [year, month, ofMonth] = fromDate(date).split('-').map(Number)
  return t('day', { year: String(year), month: String(month), day: String(ofMonth) })
}

const steps = messagesOf('zh-CN').activations.letter.steps

function page(letter: Letter, { office, contact, address, lastDay, today }: Pile): ReactElement {
  return h(
    Page,
    { key: letter.number, size: 'A4', style: styles.page },
    h(Text, { style: styles.office }, office),
    h(View, { style: styles.rule }),
    h(Text, { style: styles.subject }, t('subject')),
    h(Text, { style: styles.addressee }, t('addressee', { enterprise: letter.enterprise })),
    paragraph(t('body')),
    ...steps.map(paragraph),
    h(
      View,
      { style: styles.box },
      h(
        View,
        { style: styles.facts },
        fact(t('creditCode'), letter.creditCode ?? t('creditCodeAsLicensed')),
        fact(t('code'), letter.code, styles.code),
        fact(t('lastDay'), writtenDay(lastDay)),
        fact(t('address'), address, styles.address),
      ),
      matrix(claimAddress(address, letter)),
    ),
    paragraph(t('care')),
    paragraph(contact ? t('contact', { contact }) : t('noContact', { office })),
    h(View, { style: styles.signature }, h(Text, {}, office), h(Text, {}, writtenDay(today))),
    h(
      Text,
      { style: styles.foot },
      t('number', { jurisdiction: letter.jurisdiction, number: String(letter.number).padStart(4, '0') }),
    ),
  )
}

/** One A4 page for each letter. Fonts are cut down to what is printed, once for the file. */
export const lettersPdf = (letters: Letter[], pile: Pile): Promise<Buffer> =>
  renderToBuffer(
    h(
      Document,
      { title: t('subject'), author: pile.office, language: 'zh-CN' },
      ...letters.map((letter) => page(letter, pile)),
    ),
  )
