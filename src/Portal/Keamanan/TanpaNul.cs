using Microsoft.AspNetCore.Http.Features;

namespace KlatenSE.Portal.Keamanan;

/// <summary>
/// The framework refuses a whole form when one of its values holds a NUL ("%00"), before any page sees it: what was typed would be lost behind
/// a general error. Here a NUL becomes U+0001 on its way in. That one is refused at its field like every control character, and PostgreSQL,
/// which takes no NUL, never meets one.
/// </summary>
internal static class TanpaNul
{
    /// <summary>Must stand before whatever reads the form.</summary>
    public static IApplicationBuilder UseTanpaNul(this IApplicationBuilder app) => app.Use(static (http, lanjut) =>
    {
        if (http.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true)
        {
            var asal = http.Request.Body;
            http.Features.Set<IRequestBodyPipeFeature>(null);
            http.Request.Body = new Aliran(asal);
        }

        return lanjut(http);
    });

    /// <summary>Reads on, with "%00" as "%01" and byte 0 as 1: the length stays.</summary>
    private sealed class Aliran(Stream asal) : Stream
    {
        // How much of "%00" the bytes just read end with: the sequence may be cut by the network.
        private int cocok;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var banyak = await asal.ReadAsync(buffer, cancellationToken);
            Ganti(buffer.Span[..banyak]);
            return banyak;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private void Ganti(Span<byte> isi)
        {
            for (var i = 0; i < isi.Length; i++)
            {
                cocok = isi[i] switch
                {
                    (byte)'%' => 1,
                    (byte)'0' when cocok is 1 => 2,
                    (byte)'0' when cocok is 2 => 3,
                    _ => 0,
                };
                if (cocok == 3)
                {
                    (isi[i], cocok) = ((byte)'1', 0);
                }
                else if (isi[i] == 0)
                {
                    isi[i] = 1;
                }
            }
        }
    }
}
