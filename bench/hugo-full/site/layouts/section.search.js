afterliveSearch({"title":{{ jsonify .Title }},"language":"en-GB","direction":"ltr","files":["index.html"],"posts":[
{{ range $n, $post := .RegularPages }}{{ if $n }},
{{ end }}["{{ .Params.id }}",{{ with partialCached "at.html" . .Path }}"{{ .iso }}","{{ .zone }}"{{ end }},{{ jsonify (dict "noHTMLEscape" true) .Title }},[{{ with .Params.label }}{{ jsonify . }}{{ end }}],[{{ with .Params.byline }}[{{ jsonify .name }},{{ jsonify (printf ", %s" .role) }}]{{ end }}],{{ $text := partialCached "text.html" . .Path }}{{ with .Params.context }}{{ $text = printf "%s\n%s" . $text }}{{ end }}{{ jsonify (dict "noHTMLEscape" true) $text }},"",0]{{ end }}
]});
