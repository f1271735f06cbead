// The package has no types for its lists; keys are names in small letters.
declare module 'gender-detection-from-name/names/*.js' {
  const names: ReadonlyMap<string, string>
  export default names
}
