namespace Hillock.Kernels.Execution;

/// <summary>Where a compiled program finds the values that <see cref="VectorOperation.Uniform"/> names.</summary>
internal enum ParameterPlace
{
    /// <summary>One of each, the same for all elements of a call.</summary>
    Call,

    /// <summary>One of each for every element: row i of a table whose rows have <see cref="ParameterTable.Columns"/>
    /// places holds the i-th value of the elements of a call, which are not more.</summary>
    Element,
}
