import { createElement as h, type ReactElement } from 'react'
import { Document, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer'
import { createTranslator } from 'next-intl'
import { family, matrix, unprintable } from '@/lib/activations/letter-documents'
import { dayOf, fromDate, type Day } from '@/lib/core/clock'
import { publicUrl } from '@/lib/core/env'
import { messagesOf } from '@/lib/text/messages'
import type { CertificateRow } from './queries'

/** A certificate is a paper of this city, whatever language whoever prints it reads. */
const t = createTranslator({ locale: 'zh-CN', messages: messagesOf('zh-CN'), namespace: 'certificates' })

const styles = StyleSheet.create({
  page: { fontFamily: family, fontSize: 15, lineHeight: 1.7, padding: 36 },
  frame: { flex: 1, borderWidth: 2, borderColor: '#1f4e79', paddingVertical: 40, paddingHorizontal: 60 },
  title: { fontSize: 40, fontWeight: 700, letterSpacing: 12, textAlign: 'center', lineHeight: 1.3, color: '#1f4e79' },
  number: { textAlign: 'center', fontSize: 12, color: '#444444', marginTop: 10, marginBottom: 28 },
  body: { fontSize: 20, marginBottom: 20 },
  columns: { flexDirection: 'row', gap: 24 },
  facts: { flex: 1, gap: 4 },
  fact: { flexDirection: 'row' },
  label: { width: 96, color: '#444444' },
  value: { flex: 1 },
  proof: { width: 112, alignItems: 'center', gap: 6 },
  scan: { fontSize: 9, textAlign: 'center' },
  foot: { marginTop: 'auto', flexDirection: 'row', justifyContent: 'space-between', alignItems: 'flex-end' },
  address: { fontSize: 9, color: '#555555' },
  signature: { alignItems: 'flex-end' },
})

/** Where anybody verifies a certificate. */
export const verifyAddress = ({ code }: Pick<CertificateRow, 'code'>): string => `${publicUrl}/verify/${code}`

/** What of a certificate the font has no shape for; empty: it can be printed. */
export const missingCharacters = ({ name, enterpriseName, course, issuer }: CertificateRow): Promise<string> =>
  unprintable(name + enterpriseName + course + issuer)

function written(day: Day): string {
  const [year, month, ofMonth] = day.split('-').map(Number)
  return t('print.day', { year: String(year), month: String(month), day: String(ofMonth) })
}

const fact = (label: string, value: string): ReactElement =>
  h(
    View,
    { key: label, style: styles.fact },
    h(Text, { style: styles.label }, label),
    h(Text, { style: styles.value }, value),
  )

function facts(certificate: CertificateRow): ReactElement {
  const { enterpriseName, course, hours, heldOn, validUntil } = certificate
  return h(
    View,
    { style: styles.facts },
    fact(t('field.enterprise'), enterpriseName),
    fact(t('field.course'), course),
    fact(t('field.hours'), String(hours)),
    fact(t('field.heldOn'), written(fromDate(heldOn))),
    fact(t('field.validUntil'), validUntil ? written(fromDate(validUntil)) : t('withoutEnd')),
  )
}

/** One A4 page across, with a picture that leads to the page that verifies it. */
export function certificatePdf(certificate: CertificateRow): Promise<Buffer> {
  const { number, name, issuer, issuedAt } = certificate
  const address = verifyAddress(certificate)
  return renderToBuffer(
    h(
      Document,
      { title: t('print.fileName', { number }), author: t('print.issuer', { alliance: issuer }), language: 'zh-CN' },
      h(
        Page,
        { size: 'A4', orientation: 'landscape', style: styles.page },
        h(
          View,
          { style: styles.frame },
          h(Text, { style: styles.title }, t('print.title')),
          h(Text, { style: styles.number }, `${t('field.number')}　${number}`),
          h(Text, { style: styles.body }, t('print.body', { name })),
          h(
            View,
            { style: styles.columns },
            facts(certificate),
            h(View, { style: styles.proof }, matrix(address), h(Text, { style: styles.scan }, t('print.scan'))),
          ),
          h(
            View,
            { style: styles.foot },
            h(Text, { style: styles.address }, address),
            h(
              View,
              { style: styles.signature },
              h(Text, {}, t('print.issuer', { alliance: issuer })),
              h(Text, {}, written(dayOf(issuedAt))),
            ),
          ),
        ),
      ),
    ),
  )
}

export const certificateName = ({ number }: Pick<CertificateRow, 'number'>): string =>
  `${t('print.fileName', { number })}.pdf`
