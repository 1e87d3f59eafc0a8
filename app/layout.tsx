import { type Metadata, type Viewport } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cookies } from 'next/headers'
import { type ReactNode } from 'react'
import { preferenceClasses } from '@/components/layout/preferences'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell')
  return { title: { default: t('shortName'), template: `%s · ${t('shortName')}` }, description: t('footer.about') }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#F5F7FA' },
    { media: '(prefers-color-scheme: dark)', color: '#0F1722' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, jar] = await Promise.all([getLocale(), cookies()])

  return (
    <html lang={locale} className={preferenceClasses(jar)}>
      <body className="font-sans text-base">{children}</body>
    </html>
  )
}
