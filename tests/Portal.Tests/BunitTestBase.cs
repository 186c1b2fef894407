using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Bunit;

namespace KlatenSE.Portal.Tests;

public abstract class BunitTestBase : BunitContext
{
}

internal static class DiffingResolver
{
    // bUnit 2.15 references AngleSharp.Diffing 1.1; 0.17 is what can be restored. It is loaded by hand because the default
    // binder refuses a lower version that stands in deps.json.
    [ModuleInitializer]
    internal static void Register() =>
        AssemblyLoadContext.Default.Resolving += static (context, name) =>
            name.Name == "AngleSharp.Diffing"
                ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "compat", "AngleSharp.Diffing.dll"))
                : null;
}
