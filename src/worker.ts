export default { fetch: () => new Response("kiyi") };
