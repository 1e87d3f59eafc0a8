import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { DraftForm } from '@/components/practice-forms/draft-form'
import { FilePanel } from '@/components/practice-forms/file-panel'
import { acceptedExtensions } from '@/lib/core/sniff'
import { pageTitle } from '@/lib/text/page-title'
import { draftOf, openPractice, type PracticeParams } from '../practice'

export const generateMetadata = pageTitle('practices.form.editTitle')

export default async function EditPracticePage({ params }: { params: PracticeParams }) {
  const { actor, practice, path } = await openPractice(params, '/edit')
  const { id, revision, title, subjects, area, content, files } = draftOf(actor, practice)
  const t = await getTranslations('practices')

  return (
    <>
      <PageHeader title={t('form.editTitle')} crumbs={[{ href: '/portal/practices/own', label: t('list.title') }]} />
      <Words of={['practices', 'activities']}>
        <DraftForm versionId={id} revision={revision} defaults={{ title, subjects, area, content }} path={path} />
        <FilePanel
          practiceId={practice.id}
          files={files.map(({ id: fileId, file }) => ({ id: fileId, fileName: file.fileName }))}
          accept={acceptedExtensions.join(',')}
        />
      </Words>
    </>
  )
}
