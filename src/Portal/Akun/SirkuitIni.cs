using Microsoft.AspNetCore.Components.Server.Circuits;

namespace KlatenSE.Portal.Akun;

/// <summary>The circuit that this scope belongs to.</summary>
internal sealed class SirkuitIni : CircuitHandler
{
    private const int PanjangRujukan = 10;
    private string? id;

    /// <summary>The beginning of the circuit's id, under which the framework logs what fails in it; null outside a circuit.</summary>
    public string? Rujukan => id?[..Math.Min(PanjangRujukan, id.Length)];

    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        id = circuit.Id;
        return Task.CompletedTask;
    }
}
