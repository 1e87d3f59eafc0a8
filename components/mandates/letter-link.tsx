import { FileText } from 'lucide-react'

/** The letter of a mandate, to be saved. */
export const LetterLink = ({ mandateId, name }: { mandateId: string; name: string }) => (
  <a
    href={`/api/mandates/${mandateId}/letter`}
    download
    className="link inline-flex min-h-6 items-center gap-1 break-all pointer-coarse:min-h-9"
  >
    <FileText aria-hidden className="size-4 shrink-0" />
    {name}
  </a>
)
