/** One form for every file; 120 columns, so that two files fit beside each other. */
export default { printWidth: 120, singleQuote: true };
