// What ali-oss is tried with: node oss.js OPERATION [KEY [FILE OR KEY]]
const http = require('http');
const net = require('net');
const OSS = require('ali-oss');

const env = process.env;
// A host of OSS is the server as well: its address stands for all of them.
const agent = new http.Agent();
agent.createConnection = (options, connected) => net.connect(env.PORT, '127.0.0.1', connected);

const client = new OSS({
  endpoint: env.ENDPOINT,
  accessKeyId: env.ACCESS_KEY_ID,
  accessKeySecret: env.ACCESS_KEY_SECRET,
  stsToken: env.SECURITY_TOKEN || undefined,
  bucket: env.BUCKET,
  region: 'oss-cn-hangzhou',
  authorizationV4: !!env.V4,
  retryMax: 0,
  agent,
});
const [operation, key, other] = process.argv.slice(2);
const operations = {
  put: () => client.put(key, other),
  get: async () => process.stdout.write((await client.get(key)).content),
  list: async () => (await client.listV2({ prefix: key })).objects.forEach((o) => console.log(o.name)),
  multipart: () => client.multipartUpload(key, other, { partSize: 1 << 20 }),
  copy: () => client.copy(key, other),
  delete: () => client.delete(key),
  presign: async () => console.log(env.V4 ? await client.signatureUrlV4('GET', 60, {}, key) : client.signatureUrl(key, { expires: 60 })),
};
Promise.resolve().then(operations[operation]).catch((e) => {
  console.error(`${e.name}: ${e.message}`);
  console.error(JSON.stringify({ code: e.code, status: e.status, requestId: e.requestId, host: e.host, ecCode: e.ecCode }));
  process.exit(1);
});
