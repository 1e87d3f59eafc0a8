import { LogOut } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'

/** A plain form: signing out must work whatever happened to the script. */
export async function SignOutButton() {
  const t = await getTranslations('shell')
  return (
    <form action="/sign-out" method="post">
      <Button type="submit" icon={<LogOut aria-hidden className="size-4" />}>
        {t('signOut')}
      </Button>
    </form>
  )
}
