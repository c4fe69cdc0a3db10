{{- define "mulin.labels" -}}
app.kubernetes.io/name: mulin
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{- define "mulin.selector" -}}
app.kubernetes.io/name: mulin
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .part }}
{{- end }}

{{- define "mulin.image" -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end }}

{{- define "mulin.name" -}}
{{ .root.Release.Name }}-{{ .part }}
{{- end }}

{{/* Where the gateway finds each service: a name with an address for every ready process of it. */}}
{{- define "mulin.addresses" -}}
{{- $addresses := list -}}
{{- range $part, $_ := .Values.services -}}
{{- $addresses = append $addresses (printf "%s=http://%s-%s:3110" $part $.Release.Name $part) -}}
{{- end -}}
{{ join "," $addresses }}
{{- end }}

{{/* What one process may do to its node: nothing. */}}
{{- define "mulin.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: { drop: [ALL] }
{{- end }}

{{- define "mulin.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile: { type: RuntimeDefault }
{{- end }}

{{- define "mulin.environment" -}}
- { name: MULIN_HOME, value: /tmp/mulin }
- { name: MULIN_HOSTS, value: {{ join "," (concat .Values.hosts (list (printf "%s-gateway" .Release.Name))) | quote }} }
- { name: MULIN_POOL, value: {{ .Values.connections | quote }} }
{{- with .Values.packConfigMap }}
- { name: MULIN_PACK, value: /srv/pack }
{{- end }}
{{- with .Values.publicUrl }}
- { name: MULIN_PUBLIC_URL, value: {{ . | quote }} }
{{- end }}
{{- with .Values.mailFrom }}
- { name: MULIN_SMTP_FROM, value: {{ . | quote }} }
{{- end }}
{{- range $name, $value := .Values.environment }}
- { name: {{ $name }}, value: {{ $value | quote }} }
{{- end }}
{{- end }}
