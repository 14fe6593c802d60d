import base from '/work/main/tests/e2e/playwright.config'
export default { ...base, testDir: '/work/main/tests/e2e', webServer: undefined }
