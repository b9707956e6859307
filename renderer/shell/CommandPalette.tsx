import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import {
  Autocomplete,
  Button,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  SearchField,
  Text,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { foldForSearch } from '../../shared/values/names.ts'
import { SearchIcon } from '../ui/icons.ts'
import styles from './CommandPalette.module.css'
import { paletteActions, paletteSources, type PaletteItem } from './palette.ts'
import { useSession } from './session.ts'

/** Only for the name of the key on the button; both keys work everywhere. */
const isMac = navigator.userAgent.includes('Mac')

const openEvent = 'open-command-palette'

/** The visible way to the palette, with its key beside it. */
export function PaletteButton() {
  const { t } = useTranslation('shell')
  return (
    <Button className={styles.opener ?? ''} onPress={() => window.dispatchEvent(new Event(openEvent))}>
      <SearchIcon aria-hidden size={16} />
      <span>{t('palette.open')}</span>
      <kbd className={styles.key}>{isMac ? '⌘K' : 'Ctrl K'}</kbd>
    </Button>
  )
}

function useOpenedByKey(): [boolean, (open: boolean) => void] {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const open = () => setOpen(true)
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      event.preventDefault()
      open()
    }
    window.addEventListener('keydown', onKey)
    window.addEventListener(openEvent, open)
    return () => {
      window.removeEventListener('keydown', onKey)
      window.removeEventListener(openEvent, open)
    }
  }, [])
  return [isOpen, setOpen]
}

/** The actions whose words contain every word typed. */
function useMatchingActions(text: string): readonly PaletteItem[] {
  const { t } = useTranslation()
  const session = useSession()
  const wanted = foldForSearch(text).split(' ')
  return paletteActions
    .filter(({ roles }) => !roles || roles.some((role) => session.account.roles.includes(role)))
    .filter(({ canBeDone }) => canBeDone?.(session) ?? true)
    .map(({ labelKey, ...action }) => ({ ...action, label: t(labelKey) }))
    .filter(({ label }) => wanted.every((word) => foldForSearch(label).includes(word)))
}

const recordsFor = (text: string) =>
  queryOptions({
    queryKey: ['palette', text],
    queryFn: async () =>
      text.trim().length > 1 ? (await Promise.all(paletteSources.map((source) => source(text)))).flat() : [],
    staleTime: 0,
  })

/** Whether the list is still there when an answer arrives: who closed it meanwhile wants to stay. */
function useIsShown() {
  const isShown = useRef(false)
  useEffect(() => {
    isShown.current = true
    return () => void (isShown.current = false)
  }, [])
  return isShown
}

function PaletteList({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('shell')
  const [, navigate] = useLocation()
  const queryClient = useQueryClient()
  const isShown = useIsShown()
  const [text, setText] = useState('')
  const found = useQuery({ ...recordsFor(text), placeholderData: (previous) => previous })
  const actions = useMatchingActions(text)
  const items = [...(found.data ?? []), ...actions]
  const go = (chosen: PaletteItem | undefined) => {
    if (!chosen) return
    onDone()
    if (chosen.act) chosen.act()
    else navigate(chosen.href)
  }
  // Who types fast and presses Enter means the first thing found for all of the letters, although the list may
  // still show what an earlier letter found.
  async function goToFirst() {
    const records = await queryClient.fetchQuery(recordsFor(text)).catch(() => [])
    if (isShown.current) go(records[0] ?? actions[0])
  }
  function onKeyDownCapture(event: KeyboardEvent<HTMLElement>) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    const marked = (event.target as Element).getAttribute('aria-activedescendant')
    const markedKey = marked && document.getElementById(marked)?.dataset.key
    const chosen = items.find(({ id }) => id === markedKey)
    if (chosen && !found.isPlaceholderData) go(chosen)
    else void goToFirst()
  }
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <div onKeyDownCapture={onKeyDownCapture}>
        <SearchField aria-label={t('palette.label')} autoFocus className={styles.search ?? ''}>
          <SearchIcon aria-hidden size={18} />
          <Input placeholder={t('palette.placeholder')} className={styles.input ?? ''} />
        </SearchField>
      </div>
      <Menu
        aria-label={t('palette.results')}
        items={items}
        onAction={(key) => go(items.find(({ id }) => id === key))}
        className={styles.list ?? ''}
        renderEmptyState={() => <p className={styles.empty}>{t('palette.nothing')}</p>}
      >
        {({ id, label, detail, icon: Icon }) => (
          <MenuItem id={id} textValue={label} className={styles.item ?? ''}>
            <Icon aria-hidden size={16} />
            <Text slot="label">{label}</Text>
            {detail !== undefined && (
              <Text slot="description" className={styles.detail ?? ''}>
                {detail}
              </Text>
            )}
          </MenuItem>
        )}
      </Menu>
    </Autocomplete>
  )
}

/** Ctrl/Cmd+K: type a few letters of a learner, cohort, track or action, and Enter goes there. */
export function CommandPalette() {
  const { t } = useTranslation('shell')
  const [isOpen, setOpen] = useOpenedByKey()
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={setOpen} isDismissable className={styles.overlay ?? ''}>
      <Modal className={styles.modal ?? ''}>
        <Dialog aria-label={t('palette.label')} className={styles.dialog ?? ''}>
          <PaletteList onDone={() => setOpen(false)} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
