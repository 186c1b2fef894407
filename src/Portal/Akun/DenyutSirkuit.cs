using Microsoft.JSInterop;

namespace KlatenSE.Portal.Akun;

/// <summary>Answers mulai-blazor.js, which asks now and then whether its connection still carries.</summary>
public static class DenyutSirkuit
{
    /// <summary>The answer itself is all that is wanted.</summary>
    [JSInvokable("denyut")]
    public static int Jawab() => 1;
}
