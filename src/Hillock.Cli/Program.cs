Console.WriteLine("hillock");
