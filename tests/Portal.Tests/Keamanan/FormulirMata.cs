using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace KlatenSE.Portal.Tests.Keamanan;

/// <summary>Watches by name which fields the portal reads of the forms posted to it.</summary>
internal sealed class FormulirMata : IStartupFilter
{
    public ConcurrentBag<(string Jalur, string Bidang)> Dibaca { get; } = [];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (http, lanjut) =>
        {
            if (HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType)
            {
                var jalur = http.Request.Path.Value!;
                var isi = new Mata(await http.Request.ReadFormAsync(), bidang => Dibaca.Add((jalur, bidang)));
                http.Features.Set<IFormFeature>(new Fitur(isi));
            }

            await lanjut(http);
        });
        next(app);
    };

    private sealed class Fitur(IFormCollection isi) : IFormFeature
    {
        public bool HasFormContentType => true;

        public IFormCollection? Form { get; set; } = isi;

        public IFormCollection ReadForm() => Form!;

        public Task<IFormCollection> ReadFormAsync(CancellationToken cancellationToken) => Task.FromResult(Form!);
    }

    // Who walks through the whole form is not told apart from one who looks for nothing: mapped models are judged by their members.
    private sealed class Mata(IFormCollection isi, Action<string> catat) : IFormCollection
    {
        public StringValues this[string key]
        {
            get
            {
                catat(key);
                return isi[key];
            }
        }

        public int Count => isi.Count;

        public ICollection<string> Keys => isi.Keys;

        public IFormFileCollection Files => isi.Files;

        public bool ContainsKey(string key)
        {
            catat(key);
            return isi.ContainsKey(key);
        }

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out StringValues value)
        {
            catat(key);
            return isi.TryGetValue(key, out value);
        }

        public IEnumerator<KeyValuePair<string, StringValues>> GetEnumerator() => isi.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
