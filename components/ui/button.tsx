import Link from 'next/link'
import { type ComponentProps, type ReactNode } from 'react'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'normal' | 'small' | 'large'

const variants: Record<ButtonVariant, string> = {
  primary: 'border-primary bg-primary text-primary-ink hover:border-primary-strong hover:bg-primary-strong',
  secondary: 'border-input bg-surface text-ink hover:border-primary hover:text-primary',
  quiet: 'border-transparent text-primary hover:bg-primary-soft',
  danger: 'border-danger bg-danger text-danger-ink hover:brightness-90',
}

const sizes: Record<ButtonSize, string> = {
  normal: 'min-h-9 px-4 text-sm',
  small: 'min-h-7 px-2 text-sm',
  large: 'min-h-(--target) px-6 text-base',
}

/** How a button looks, for the few places that must draw one on another element. */
export const buttonClass = (variant: ButtonVariant = 'secondary', size: ButtonSize = 'normal'): string =>
  `inline-flex items-center justify-center gap-1.5 rounded-md border font-sans leading-tight whitespace-nowrap transition-colors pointer-coarse:min-h-(--target) aria-disabled:cursor-progress aria-disabled:opacity-60 disabled:cursor-not-allowed disabled:opacity-60 ${variants[variant]} ${sizes[size]}`

type Look = { variant?: ButtonVariant; size?: ButtonSize; icon?: ReactNode }

type ButtonProps = Look & Omit<ComponentProps<'button'>, 'disabled'> & { isPending?: boolean; isDisabled?: boolean }

/** A button that keeps focus while it works: pending is `aria-disabled`, never `disabled`. */
export function Button({ variant, size, icon, isPending, isDisabled, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`${buttonClass(variant, size)} ${className ?? ''}`}
      aria-disabled={isPending || undefined}
      disabled={isDisabled}
    >
      {icon}
      {children}
    </button>
  )
}

/** A link that looks like a button: it goes somewhere, it changes nothing. Downloads leave the router alone. */
export function ButtonLink({
  variant,
  size,
  icon,
  className,
  children,
  isDownload,
  ...rest
}: Look & Omit<ComponentProps<typeof Link>, 'prefetch'> & { isDownload?: boolean }) {
  const look = `${buttonClass(variant, size)} ${className ?? ''}`
  if (isDownload)
    return (
      <a href={String(rest.href)} className={look} download>
        {icon}
        {children}
      </a>
    )
  return (
    <Link {...rest} prefetch={false} className={look}>
      {icon}
      {children}
    </Link>
  )
}
