import { type Config } from 'tailwindcss'
import plugin from 'tailwindcss/plugin'

/**
 * The one list of tokens: a quiet ledger. Hex only, because older Chromium builds draw `oklch` transparent. Pages name
 * tokens (`bg-surface`, `text-muted`), never colours; light, dark, high contrast and print only move the values.
 */
type Tokens = Record<string, string>

const light: Tokens = {
  page: '#F5F7FA',
  surface: '#FFFFFF',
  sunken: '#ECF0F5',
  ink: '#1A2433',
  muted: '#55606F',
  line: '#D5DBE3',
  input: '#7C8797',
  primary: '#0B57A4',
  'primary-strong': '#08437F',
  'primary-ink': '#FFFFFF',
  'primary-soft': '#E8F1FB',
  success: '#1A7346',
  'success-soft': '#E5F3EB',
  warning: '#8A4B00',
  'warning-soft': '#FBF0DF',
  danger: '#B8232A',
  'danger-ink': '#FFFFFF',
  'danger-soft': '#FCEBEC',
  focus: '#0B57A4',
  'heat-0': '#F5F7FA',
  'heat-1': '#E8F1FB',
  'heat-2': '#B9D6F2',
  'heat-3': '#7FB2E5',
  'heat-4': '#2B6FB8',
  'heat-5': '#0B57A4',
  'heat-ink-low': '#1A2433',
  'heat-ink-high': '#FFFFFF',
}

const dark: Tokens = {
  page: '#0F1722',
  surface: '#16202E',
  sunken: '#0B111A',
  ink: '#E7ECF3',
  muted: '#A7B3C3',
  line: '#2B3848',
  input: '#7A889B',
  primary: '#6EB1FF',
  'primary-strong': '#9CCAFF',
  'primary-ink': '#0F1722',
  'primary-soft': '#16304D',
  success: '#6FCF97',
  'success-soft': '#12301F',
  warning: '#F2B765',
  'warning-soft': '#36270E',
  danger: '#FF9A9A',
  'danger-ink': '#0F1722',
  'danger-soft': '#3B191C',
  focus: '#6EB1FF',
  'heat-0': '#131C29',
  'heat-1': '#16273D',
  'heat-2': '#1C3F69',
  'heat-3': '#25609F',
  'heat-4': '#7FB2E5',
  'heat-5': '#B9D6F2',
  'heat-ink-low': '#E7ECF3',
  'heat-ink-high': '#0F1722',
}

const lightHigh: Tokens = {
  page: '#FFFFFF',
  ink: '#000000',
  muted: '#1A2433',
  line: '#55606F',
  input: '#1A2433',
  primary: '#003C7A',
  'primary-strong': '#002B58',
  success: '#0B4D2C',
  warning: '#5C3200',
  danger: '#8A0F15',
  focus: '#000000',
}

const darkHigh: Tokens = {
  page: '#000000',
  surface: '#000000',
  ink: '#FFFFFF',
  muted: '#E7ECF3',
  line: '#A7B3C3',
  input: '#E7ECF3',
  primary: '#A8D1FF',
  'primary-strong': '#D2E7FF',
  'primary-ink': '#000000',
  focus: '#FFFFFF',
}

const alliance = {
  1: '#0B57A4',
  2: '#00696B',
  3: '#3B6E14',
  4: '#8A5A00',
  5: '#B8400F',
  6: '#B0225B',
  7: '#6F3FA0',
  8: '#4A5568',
  9: '#A01C1C',
}

const variables = (tokens: Tokens) =>
  Object.fromEntries(Object.entries(tokens).map(([name, hex]) => [`--${name}`, hex]))

const lightMode = { ...variables(light), 'color-scheme': 'light' }
const darkMode = { ...variables(dark), 'color-scheme': 'dark' }

/** What the cookie chose wins over what the system asks for; print is always light. */
const themes = plugin(({ addBase }) => {
  addBase({
    ':root': lightMode,
    ':root.contrast-high': variables(lightHigh),
    '@media (prefers-contrast: more)': { ':root': variables(lightHigh) },
    '@media (prefers-color-scheme: dark)': {
      ':root:not(.theme-light)': darkMode,
      ':root.contrast-high:not(.theme-light)': variables(darkHigh),
    },
    ':root.theme-dark': darkMode,
    ':root.theme-dark.contrast-high': variables(darkHigh),
    '@media print': { ':root:root:root:root': lightMode },
  })
})

const config: Config = {
  content: [],
  theme: {
    extend: {
      colors: {
        ...Object.fromEntries(Object.keys(light).map((name) => [name, `var(--${name})`])),
        alliance,
      },
      fontSize: {
        xs: ['0.75rem', { lineHeight: '1.5' }],
        sm: ['0.875rem', { lineHeight: '1.6' }],
        base: ['1rem', { lineHeight: '1.75' }],
        lg: ['1.125rem', { lineHeight: '1.6' }],
        xl: ['1.25rem', { lineHeight: '1.5' }],
        '2xl': ['1.5rem', { lineHeight: '1.4' }],
        '3xl': ['1.875rem', { lineHeight: '1.35' }],
      },
      fontFamily: {
        sans: [
          'PingFang SC',
          'HarmonyOS Sans SC',
          'MiSans',
          'Microsoft YaHei',
          'Noto Sans CJK SC',
          'system-ui',
          'sans-serif',
        ],
        mono: ['ui-monospace', 'SFMono-Regular', 'Menlo', 'Consolas', 'monospace'],
      },
      borderRadius: { DEFAULT: '6px', md: '6px', lg: '8px' },
      transitionDuration: { DEFAULT: '120ms' },
    },
  },
  plugins: [themes],
}

export default config
