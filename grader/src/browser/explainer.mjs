export async function explainer() {}
