namespace Hillock.Lab.Reports;

/// <summary>The look of the page. No selector uses <c>&gt;</c>: the page is written as XML, which would escape it.</summary>
internal static class ReportStyle
{
    public const string Sheet = """
        :root{color-scheme:light dark;--paper:#fffefb;--text:#222;--soft:#6b6862;--rule:#dcd8cf;--tint:#f4f1ea;--alert:#a33a00;--good:#00694d}
        @media (prefers-color-scheme:dark){:root{--paper:#191817;--text:#e6e4df;--soft:#a09c94;--rule:#3a3835;--tint:#242220;--alert:#ff9d66;--good:#2fcb9f}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--paper);color:var(--text);font:17px/1.55 Charter,'Bitstream Charter','Iowan Old Style','Palatino Linotype',Palatino,'Source Serif 4','Liberation Serif',Georgia,serif;-webkit-text-size-adjust:100%}
        main{max-width:1240px;margin:0 auto;padding:clamp(1rem,4vw,3.5rem) clamp(.9rem,4vw,3rem)}
        h1,h2,h3{font-weight:600;line-height:1.2;overflow-wrap:anywhere}
        h1{font-size:clamp(1.6rem,4.5vw,2.4rem);margin:0 0 1rem}
        h2{font-size:1.35rem;margin:3.2rem 0 1rem;padding-top:.8rem;border-top:1px solid var(--rule)}
        h3{font-size:1.05rem;margin:1.8rem 0 .5rem}
        p,dl{max-width:44rem;margin:.6rem 0;overflow-wrap:anywhere}
        ul{max-width:52rem;padding-left:1.1rem}
        li{margin:.3rem 0;overflow-wrap:anywhere}
        .verdict{font-size:clamp(1.15rem,2.6vw,1.4rem);line-height:1.4;max-width:46rem}
        .warning{border-left:3px solid var(--alert);padding:.1rem 0 .1rem .8rem}
        .warning strong{color:var(--alert)}
        .note{color:var(--soft);font-size:.9rem}
        .scroll{overflow-x:auto;margin:.8rem 0}
        table{border-collapse:collapse;font-size:.95rem;font-variant-numeric:tabular-nums lining-nums}
        th,td{text-align:right;padding:.38rem 0 .38rem 1.3rem;border-bottom:1px solid var(--rule);vertical-align:baseline;white-space:nowrap}
        th:first-child,td:first-child{text-align:left;padding-left:0;white-space:normal;min-width:9rem}
        th{font-weight:400;color:var(--soft);font-size:.85rem;vertical-align:bottom}
        .name,.legend span{display:flex;align-items:baseline;gap:.5em;overflow-wrap:anywhere}
        .swatch{flex:none}
        .properties th,.properties td{text-align:left;white-space:normal;vertical-align:top}
        .properties td:nth-child(3){white-space:nowrap}
        .properties td:nth-child(4){color:var(--soft);font-size:.9rem}
        .real{font-weight:600}
        .held{color:var(--good)}
        .failed{color:var(--alert)}
        .open{color:var(--soft)}
        .grid.pair{grid-template-columns:repeat(auto-fill,minmax(min(100%,430px),1fr))}
        figcaption{margin:.3rem 0 0}
        figure{margin:0}
        .chart{display:block;width:100%;height:auto;max-width:100%}
        figure .chart{overflow:visible}
        .swatch{display:inline-block;width:30px;height:12px;vertical-align:-1px}
        .legend{display:flex;flex-wrap:wrap;gap:.15rem 1.3rem;font-size:.9rem;max-width:none}
        .grid{display:grid;gap:1.6rem 1.8rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,290px),1fr))}
        .grid.medium{grid-template-columns:repeat(auto-fill,minmax(min(100%,270px),1fr))}
        .grid.small{gap:1rem 1.2rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,160px),1fr))}
        @media (min-width:600px){.grid.small{grid-template-columns:repeat(3,1fr)}}
        @media (min-width:1000px){.grid:not(.pair){grid-template-columns:repeat(3,1fr)}}
        @media (min-width:1180px){.grid.small{grid-template-columns:repeat(6,1fr)}}
        section figure{max-width:660px}
        .function{border-bottom:1px solid var(--rule);padding-bottom:1.2rem}
        .function:last-child{border-bottom:0}
        .beside{display:grid;gap:1rem 2.4rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,290px),1fr));align-items:start}
        .beside figure{max-width:460px}
        @media (min-width:900px){.beside{grid-template-columns:minmax(0,2fr) minmax(0,3fr)}}
        .formula{font-size:1.12rem;overflow-x:auto}
        mtd{text-align:left;padding:.1em .4em}
        pre{font:.85rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono','DejaVu Sans Mono',monospace;background:var(--tint);padding:.7rem .9rem;border-radius:4px;white-space:pre-wrap;overflow-wrap:anywhere;user-select:all;margin:.5rem 0}
        summary{cursor:pointer;color:var(--soft);font-size:.9rem}
        .settings{display:grid;grid-template-columns:minmax(7rem,auto) 1fr;gap:.25rem 1.4rem}
        dt{color:var(--soft)}
        dd{margin:0;overflow-wrap:anywhere}
        .terms dt{color:inherit;font-weight:600;margin-top:.7rem}
        @media (max-width:560px){body{font-size:16px}th,td{padding-left:.8rem}.settings{grid-template-columns:1fr;gap:0}.settings dd{margin-bottom:.5rem}}
        @media print{main{max-width:none;padding:0}article,figure{break-inside:avoid}}
        """;
}
