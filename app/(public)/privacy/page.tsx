import { type Metadata } from 'next'
import { getLocale } from 'next-intl/server'
import { Prose } from '@/components/public/prose'
import { prose } from '@/lib/text/prose'

export async function generateMetadata(): Promise<Metadata> {
  return { title: prose('privacy', await getLocale()).title }
}

export default async function PrivacyPage() {
  return <Prose {...prose('privacy', await getLocale())} />
}
