namespace KlatenSE.Portal.Components.Bersama;

/// <summary>One error of a form.</summary>
/// <param name="IdBidang">Id of the field it belongs to; null when it is the form's own.</param>
/// <param name="Kalimat">What is wrong and what to do, in one sentence.</param>
public sealed record GalatIsian(string? IdBidang, string Kalimat);
