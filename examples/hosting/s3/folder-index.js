// A CloudFront function for viewer requests (cloudfront-js-2.0): a private bucket has no index.html for a folder, so this names it.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  const { request } = event;
  const name = request.uri.slice(request.uri.lastIndexOf("/") + 1);
  if (name === "") request.uri += "index.html";
  else if (!name.includes("."))
    return {
      statusCode: 301,
      statusDescription: "Moved Permanently",
      headers: { location: { value: `${request.uri}/` } },
    };
  return request;
}
