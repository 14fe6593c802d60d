export const DELIVERY_MEMORY: string
export const IMPORT_MEMORY: string
export const WEB_MEMORY: string
