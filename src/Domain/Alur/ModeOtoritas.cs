namespace KlatenSE.Domain.Alur;

/// <summary>Which certificate authority the office works with. Stages, board and history are the same; who does the acts of 4, 5, 7 and 8 differs.</summary>
public enum ModeOtoritas
{
    /// <summary>The authority inside the portal, for trying out and tests.</summary>
    Sandbox,

    /// <summary>BSrE's own portal: the applicant works there, and this portal guides, tracks the validity of links and records.</summary>
    Bsre,
}
