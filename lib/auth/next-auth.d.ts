declare module 'next-auth' {
  interface Session {
    /** Missing in a cookie of before there were rows. */
    sessionId?: string
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    sessionId?: string
  }
}

export {}
