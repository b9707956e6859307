import './connection/zodWithoutEval.ts'
import '@fontsource-variable/inter'
import './ui/tokens.css'
import './ui/global.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { enterHost } from './connection/enterHost.ts'
import { startTexts } from './i18n.ts'
import { createQueryClient } from './queryClient.ts'

await Promise.all([startTexts(), enterHost()])

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root element')

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
)
