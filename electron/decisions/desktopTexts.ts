import type { Language } from '../../shared/values/vocabulary.ts'

/** What the desktop itself says: the menu, and the few dialogs for when the page cannot speak. */
export interface DesktopTexts {
  menu: {
    about: string
    file: string
    print: string
    lock: string
    quit: string
    edit: string
    undo: string
    redo: string
    cut: string
    copy: string
    paste: string
    selectAll: string
    view: string
    actualSize: string
    zoomIn: string
    zoomOut: string
    fullScreen: string
    window: string
    minimize: string
    zoom: string
    hide: string
    hideOthers: string
    showAll: string
    help: string
    reload: string
    developerTools: string
  }
  fallen: { message: string; detail: string; tryAgain: string; quit: string }
  unsaved: { message: string; detail: string; leave: string; stay: string }
  cannotStart: { title: string; detail: string }
}

export const desktopTexts: Readonly<Record<Language, DesktopTexts>> = {
  en: {
    menu: {
      about: 'About Stepping Stones',
      file: 'File',
      print: 'Print…',
      lock: 'Lock',
      quit: 'Quit Stepping Stones',
      edit: 'Edit',
      undo: 'Undo',
      redo: 'Redo',
      cut: 'Cut',
      copy: 'Copy',
      paste: 'Paste',
      selectAll: 'Select all',
      view: 'View',
      actualSize: 'Actual size',
      zoomIn: 'Zoom in',
      zoomOut: 'Zoom out',
      fullScreen: 'Full screen',
      window: 'Window',
      minimize: 'Minimize',
      zoom: 'Zoom',
      hide: 'Hide Stepping Stones',
      hideOthers: 'Hide others',
      showAll: 'Show all',
      help: 'Help',
      reload: 'Reload',
      developerTools: 'Developer tools',
    },
    fallen: {
      message: 'Stepping Stones stopped working several times in a row.',
      detail:
        'Everything that was saved is safe. Try again; if it keeps happening, restart the computer and tell whoever looks after it.',
      tryAgain: 'Try again',
      quit: 'Quit',
    },
    unsaved: {
      message: 'Something you entered is not saved yet.',
      detail: 'If you leave now, it is lost.',
      leave: 'Leave without saving',
      stay: 'Stay',
    },
    cannotStart: {
      title: 'Stepping Stones cannot start',
      detail:
        'Install it again. Your program file stays where it is. The reason, for whoever helps you: {reason}',
    },
  },
  es: {
    menu: {
      about: 'Acerca de Stepping Stones',
      file: 'Archivo',
      print: 'Imprimir…',
      lock: 'Bloquear',
      quit: 'Salir de Stepping Stones',
      edit: 'Editar',
      undo: 'Deshacer',
      redo: 'Rehacer',
      cut: 'Cortar',
      copy: 'Copiar',
      paste: 'Pegar',
      selectAll: 'Seleccionar todo',
      view: 'Ver',
      actualSize: 'Tamaño real',
      zoomIn: 'Acercar',
      zoomOut: 'Alejar',
      fullScreen: 'Pantalla completa',
      window: 'Ventana',
      minimize: 'Minimizar',
      zoom: 'Ampliar o reducir',
      hide: 'Ocultar Stepping Stones',
      hideOthers: 'Ocultar las demás',
      showAll: 'Mostrar todas',
      help: 'Ayuda',
      reload: 'Volver a cargar',
      developerTools: 'Herramientas de desarrollo',
    },
    fallen: {
      message: 'Stepping Stones dejó de funcionar varias veces seguidas.',
      detail:
        'Todo lo que se guardó está a salvo. Inténtelo de nuevo; si sigue pasando, reinicie la computadora y avise a quien la mantiene.',
      tryAgain: 'Intentar de nuevo',
      quit: 'Salir',
    },
    unsaved: {
      message: 'Algo de lo que escribió aún no se ha guardado.',
      detail: 'Si sale ahora, se perderá.',
      leave: 'Salir sin guardar',
      stay: 'Quedarse',
    },
    cannotStart: {
      title: 'Stepping Stones no puede iniciar',
      detail:
        'Instálelo de nuevo. Su archivo del programa queda donde está. El motivo, para quien le ayude: {reason}',
    },
  },
}

/** The language of a machine, from what its system prefers (`es-MX`, `en-US` …), best first. */
export const machineLanguage = (preferred: readonly string[]): Language =>
  /^es\b/i.test(preferred[0] ?? '') ? 'es' : 'en'
