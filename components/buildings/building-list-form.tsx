'use client'

import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { controlStyle, Field } from '@/components/ui/field'
import { SelectField, type SelectOption } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { useKeptForm } from '@/components/ui/use-kept-form'
import type { ActionResult } from '@/lib/http/action'
import { CheckedBuildings, type CheckedBuildingsWords, type CheckedList } from './checked-buildings'

export type ListResult = ActionResult<CheckedList> | null

export interface BuildingListFormProps {
  contacts: readonly SelectOption[]
  words: CheckedBuildingsWords & Record<'text' | 'textHint' | 'file' | 'contact' | 'check' | 'failed', string>
  send: (before: ListResult, form: FormData) => Promise<ListResult>
}

/** Takes a list of buildings, typed or as a file, shows what it names, and adds that on a second press. Works without scripts. */
export function BuildingListForm({ contacts, words, send }: BuildingListFormProps) {
  const { result, pending, form } = useKeptForm<CheckedList>(
    send as (before: ListResult, form: FormData) => Promise<ActionResult<CheckedList>>,
  )
  const error = result?.ok === false ? result.error : null
  return (
    <form {...form} className="space-y-5">
      {error && error.field !== 'text' && (
        <Alert tone="unknown" role="alert" title={words.failed}>
          {error.message}
        </Alert>
      )}
      <SelectField name="contactId" label={words.contact} options={contacts} />
      <TextArea
        name="text"
        label={words.text}
        hint={words.textHint}
        rows={6}
        error={error?.field === 'text' ? error.message : undefined}
        defaultValue={result?.ok ? result.value.text : undefined}
        key={result?.ok ? result.value.text : 'typed'}
      />
      <Field name="file" label={words.file}>
        <input id="file" name="file" type="file" accept=".csv,.txt,text/csv,text/plain" className={controlStyle(null)} />
      </Field>
      <Button type="submit" name="step" value="check" variant="secondary" pending={pending}>
        {words.check}
      </Button>
      <div aria-live="polite">{result?.ok && <CheckedBuildings list={result.value} words={words} pending={pending} />}</div>
    </form>
  )
}
