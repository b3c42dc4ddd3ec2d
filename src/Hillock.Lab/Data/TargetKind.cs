namespace Hillock.Lab.Data;

/// <summary>What the last column of a CSV file is.</summary>
public enum TargetKind
{
    /// <summary>A class where it has text or at most 20 different whole numbers, else a number.</summary>
    Detect,

    /// <summary>A class, each different cell one of its own.</summary>
    Class,

    /// <summary>A number to predict.</summary>
    Number,
}
