import { type Metadata } from 'next'
import { getLocale } from 'next-intl/server'
import { Prose } from '@/components/public/prose'
import { prose } from '@/lib/text/prose'

export async function generateMetadata(): Promise<Metadata> {
  return { title: prose('help', await getLocale()).title }
}

export default async function HelpPage() {
  return <Prose {...prose('help', await getLocale())} />
}
